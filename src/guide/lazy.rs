//! Content that is decoded on first use: a start needs little of the guide and decodes only that.

use serde::de::{DeserializeOwned, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::borrow::Cow;
use std::fmt;
use std::ops::Deref;
use std::sync::OnceLock;

/// A value that is decoded on first use. TOML gives the value at once; the compact form embedded in the program gives its bytes.
#[derive(Clone)]
pub struct Lazy<T> {
    bytes: Cow<'static, [u8]>,
    value: OnceLock<T>,
}

/// The content inside the program. A part of it needn't be copied to be kept.
static EMBEDDED: OnceLock<&'static [u8]> = OnceLock::new();

/// Says which bytes last as long as the program: a [`Lazy`] that is decoded from them borrows its part. The first call counts.
pub fn borrow_from(embedded: &'static [u8]) {
    EMBEDDED.get_or_init(|| embedded);
}

/// The same bytes, if they lie within those inside the program.
fn embedded_part(bytes: &[u8]) -> Option<&'static [u8]> {
    let whole = EMBEDDED.get()?;
    let start = bytes.as_ptr().addr().checked_sub(whole.as_ptr().addr())?;
    whole.get(start..start.checked_add(bytes.len())?)
}

impl<T> From<T> for Lazy<T> {
    fn from(value: T) -> Self {
        Self { bytes: Cow::Borrowed(&[]), value: OnceLock::from(value) }
    }
}

impl<T: DeserializeOwned> Deref for Lazy<T> {
    type Target = T;

    fn deref(&self) -> &T {
        self.value.get_or_init(|| {
            postcard::from_bytes(&self.bytes)
                .expect("the build script encoded these bytes from the same type")
        })
    }
}

impl<'a, T: DeserializeOwned> IntoIterator for &'a Lazy<Vec<T>> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<T: Serialize + DeserializeOwned> Serialize for Lazy<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if serializer.is_human_readable() {
            return (**self).serialize(serializer);
        }
        let bytes = postcard::to_stdvec(&**self).map_err(serde::ser::Error::custom)?;
        serializer.serialize_bytes(&bytes)
    }
}

impl<'de, T: DeserializeOwned> Deserialize<'de> for Lazy<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if deserializer.is_human_readable() {
            return T::deserialize(deserializer).map(Self::from);
        }
        let bytes = deserializer.deserialize_bytes(Bytes)?;
        Ok(Self { bytes, value: OnceLock::new() })
    }
}

struct Bytes;

impl Visitor<'_> for Bytes {
    type Value = Cow<'static, [u8]>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("bytes")
    }

    fn visit_bytes<E: serde::de::Error>(self, bytes: &[u8]) -> Result<Self::Value, E> {
        Ok(embedded_part(bytes).map_or_else(|| Cow::Owned(bytes.to_vec()), Cow::Borrowed))
    }
}

impl<T: DeserializeOwned + PartialEq> PartialEq for Lazy<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<T: DeserializeOwned + fmt::Debug> fmt::Debug for Lazy<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_part_of_the_embedded_bytes_is_borrowed() {
        let whole = crate::guide::EMBEDDED;
        borrow_from(whole);
        let part = embedded_part(&whole[1..5]).unwrap();
        assert!(std::ptr::eq(part, &whole[1..5]));
        assert_eq!(embedded_part(&whole.to_vec()), None);
    }
}
