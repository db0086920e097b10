//! Every screen as a picture, drawn by the program's own code from the sample profile.

use super::svg::{DARK, LIGHT, svg};
use career_coach::guide;
use career_coach::profile::ads::{AdState, KeptAd};
use career_coach::profile::model::Profile;
use career_coach::profile::sample::sample;
use career_coach::session::Session;
use career_coach::tui::app::{App, Effect};
use career_coach::tui::input::Input;
use career_coach::tui::theme::Theme;
use career_coach::tui::theme::looks::ANSI;
use career_coach::tui::view;
use jiff::civil::{Date, date};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;

/// The sizes of the pictures: columns and rows.
const SIZES: [(u16, u16); 2] = [(80, 24), (120, 40)];

/// The name of a picture, what it shows, whether it is of somebody new, and the keys that lead to it.
const SCREENS: [(&str, &str, bool, &str); 10] = [
    ("first-start", "The first start asks which job you want", true, ""),
    ("home", "Home: where you are, what is missing, what to do now", false, ""),
    ("guide", "The guide, open at what it pays", false, "2 down down down enter"),
    ("ladder", "The ladder: levels with experience and pay", false, "3"),
    ("assess", "A question with its sentences", false, "4"),
    ("gap", "The gap at every level, and what closes it", false, "5"),
    ("what-if", "What would change if some ratings were others", false, "5 w down down right right"),
    ("plan", "The plan, step by step", false, "6"),
    ("readiness", "How ready you are to apply", false, "6 r"),
    ("toolkit", "Kept job ads, and how well one of them matches", false, "8 down"),
];

fn day() -> Date {
    date(2026, 11, 24)
}

/// All pictures: the name of the file and its content.
pub fn all() -> Vec<(String, String)> {
    let mut pictures = Vec::new();
    for (name, title, is_new, keys) in SCREENS {
        for (columns, rows) in SIZES {
            let buffer = drawn(is_new, keys, columns, rows);
            for palette in [DARK, LIGHT] {
                let file = format!("{name}-{columns}x{rows}-{}.svg", palette.name);
                pictures.push((file, svg(&buffer, title, &palette)));
            }
        }
    }
    pictures
}

/// Two ads that the person of the sample has kept.
fn ads() -> Vec<KeptAd> {
    let ad = |name: &str, state, text: &str| KeptAd {
        name: name.to_owned(),
        state,
        outcome: String::new(),
        kept_on: Some(day()),
        text: text.to_owned(),
    };
    let ferry = "Back-End Engineer, ticketing\n\nRequirements:\n- 3+ years of professional experience\n- Python or Go\n- PostgreSQL and good SQL\n- Kafka\n- you write tests\n\nNice to have:\n- Kubernetes\n\nPay: 62,000 to 70,000 EUR a year\n";
    let library = "Backend Developer (public library)\n\nYou bring:\n- Java or Python\n- REST APIs and Git\n- SQL\n- Docker\n\nNice to have:\n- Kafka\n";
    vec![ad("ferry-lines", AdState::Interview, ferry), ad("town-library", AdState::Applied, library)]
}

fn drawn(is_new: bool, keys: &str, columns: u16, rows: u16) -> Buffer {
    let library = guide::embedded().expect("the guide is embedded whole");
    let profile = if is_new { Profile::default() } else { sample(&library) };
    let session = Session::new(library, 0, profile, day).expect("the first guide");
    let mut app = App::new(session);
    let theme = Theme::new(&ANSI, false);
    let mut terminal = Terminal::new(TestBackend::new(columns, rows)).expect("a screen");
    let mut draw = |app: &App| {
        terminal.draw(|frame| view::draw(app, theme, frame)).expect("drawn");
    };
    draw(&app);
    for key in keys.split_whitespace() {
        let effects = app.input(Input::Key(key.parse().expect("a key")));
        if effects.contains(&Effect::ReadAds) {
            app.ads_read(Ok((ads(), Vec::new())), &[]);
        }
        draw(&app);
    }
    terminal.backend().buffer().clone()
}
