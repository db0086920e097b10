//! What screens are drawn with: text, pages, lists, and the lines around a screen.

pub mod clickable;
pub mod field;
pub mod filter;
pub mod find;
pub mod footer;
pub mod header;
pub mod list_and_page;
pub mod mark;
pub mod pane;
pub mod position;
pub mod rows;
pub mod rule;
pub mod stack;
pub mod tabs;
pub mod text;
