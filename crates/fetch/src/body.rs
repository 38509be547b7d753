//! The body of an answer: read within its limits, and unpacked within its limits.

use std::io::{self, Read};

use flate2::read::{DeflateDecoder, MultiGzDecoder, ZlibDecoder};
use reqwest::Response;
use reqwest::header::CONTENT_ENCODING;
use tokio::time::{Instant, timeout_at};

use crate::client::reason;
use crate::fault::{Fault, quoted};
use crate::limits::Limits;

/// Below this size an answer is no bomb, whatever its ratio: a page of spaces packs well.
const HARMLESS: usize = 256 * 1024;

/// The unpacked bytes of an answer.
pub(crate) async fn read(response: Response, limits: &Limits) -> Result<Vec<u8>, Fault> {
    let packing = Packing::of(&response)?;
    let wire = collect(response, limits).await?;
    packing.unpack(wire, limits)
}

/// The bytes as they were sent, as long as they are not too many and come soon enough.
async fn collect(mut response: Response, limits: &Limits) -> Result<Vec<u8>, Fault> {
    if response.content_length().is_some_and(|length| length > limits.wire as u64) {
        return Err(Fault::TooLarge(limits.wire));
    }
    let mut bytes = Vec::new();
    let (mut due, mut wanted) = (Instant::now() + limits.window, limits.window_bytes);
    loop {
        match timeout_at(due, response.chunk()).await {
            Ok(Ok(Some(chunk))) if bytes.len() + chunk.len() > limits.wire => return Err(Fault::TooLarge(limits.wire)),
            Ok(Ok(Some(chunk))) => bytes.extend_from_slice(&chunk),
            Ok(Ok(None)) => return Ok(bytes),
            Ok(Err(error)) => return Err(reason(&error)),
            Err(_) if bytes.len() < wanted => return Err(Fault::Slow),
            Err(_) => (due, wanted) = (due + limits.window, bytes.len() + limits.window_bytes),
        }
    }
}

/// How a body is packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Packing {
    None,
    Gzip,
    Deflate,
}

impl Packing {
    fn of(response: &Response) -> Result<Self, Fault> {
        let mut values = response.headers().get_all(CONTENT_ENCODING).iter();
        let Some(value) = values.next() else { return Ok(Self::None) };
        let name = String::from_utf8_lossy(value.as_bytes()).trim().to_ascii_lowercase();
        match name.as_str() {
            _ if values.next().is_some() => Err(Fault::Encoding("it is packed more than once".to_owned())),
            "" | "identity" => Ok(Self::None),
            "gzip" | "x-gzip" => Ok(Self::Gzip),
            "deflate" => Ok(Self::Deflate),
            other => Err(Fault::Encoding(format!("`{}` was not asked for", quoted(other)))),
        }
    }

    fn unpack(self, wire: Vec<u8>, limits: &Limits) -> Result<Vec<u8>, Fault> {
        match self {
            _ if wire.is_empty() => Ok(wire),
            Self::None if wire.len() > limits.decoded => Err(Fault::TooLarge(limits.decoded)),
            Self::None => Ok(wire),
            Self::Gzip => unpack(MultiGzDecoder::new(wire.as_slice()), wire.len(), limits),
            // Two things go by that name: with a frame (RFC 9110) and without.
            Self::Deflate if has_zlib_frame(&wire) => unpack(ZlibDecoder::new(wire.as_slice()), wire.len(), limits),
            Self::Deflate => unpack(DeflateDecoder::new(wire.as_slice()), wire.len(), limits),
        }
    }
}

fn has_zlib_frame(wire: &[u8]) -> bool {
    matches!(wire, [first, second, ..] if first & 0x0f == 8 && (usize::from(*first) * 256 + usize::from(*second)).is_multiple_of(31))
}

fn unpack(reader: impl Read, wire: usize, limits: &Limits) -> Result<Vec<u8>, Fault> {
    let by_ratio = wire.saturating_mul(limits.ratio).max(HARMLESS);
    let most = by_ratio.min(limits.decoded);
    let mut bytes = Vec::new();
    // One byte above the limit is read, to notice that there is more.
    let read = reader.take(most as u64 + 1).read_to_end(&mut bytes);
    if bytes.len() > most {
        return Err(if most < limits.decoded { Fault::Bomb(limits.ratio) } else { Fault::TooLarge(limits.decoded) });
    }
    read.map_err(|error| unpacking(&error))?;
    Ok(bytes)
}

fn unpacking(error: &io::Error) -> Fault {
    match error.kind() {
        io::ErrorKind::UnexpectedEof => Fault::Cut("what is packed has no end".to_owned()),
        _ => Fault::Encoding(quoted(&error.to_string())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::Compression;
    use flate2::write::{GzEncoder, ZlibEncoder};
    use proptest::prelude::*;
    use std::io::Write;

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        encoder.write_all(bytes).expect("memory");
        encoder.finish().expect("memory")
    }

    #[test]
    fn a_bomb_is_told_from_a_page_of_spaces() {
        let limits = Limits::default();
        let spaces = vec![b' '; 200_000];
        assert_eq!(Packing::Gzip.unpack(gzip(&spaces), &limits), Ok(spaces));
        assert_eq!(Packing::Gzip.unpack(gzip(&vec![0; 9_000_000]), &limits), Err(Fault::Bomb(100)));
    }

    #[test]
    fn deflate_is_read_with_a_frame_and_without() {
        let limits = Limits::default();
        let mut framed = ZlibEncoder::new(Vec::new(), Compression::fast());
        framed.write_all(b"The ministers met.").expect("memory");
        let framed = framed.finish().expect("memory");
        let bare = framed[2..framed.len() - 4].to_vec();
        for wire in [framed, bare] {
            assert_eq!(Packing::Deflate.unpack(wire, &limits).as_deref(), Ok(b"The ministers met.".as_slice()));
        }
    }

    proptest! {
        #[test]
        fn what_was_packed_comes_back(bytes in prop::collection::vec(any::<u8>(), 0..2000)) {
            prop_assert_eq!(Packing::Gzip.unpack(gzip(&bytes), &Limits::default()), Ok(bytes));
        }

        #[test]
        fn no_bytes_are_too_strange(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            for packing in [Packing::Gzip, Packing::Deflate] {
                let _ = packing.unpack(bytes.clone(), &Limits::default());
            }
        }

        #[test]
        fn a_cut_answer_is_never_taken_for_a_whole_one(bytes in prop::collection::vec(any::<u8>(), 1..500), cut in 1..20_usize) {
            let mut wire = gzip(&bytes);
            wire.truncate(wire.len() - cut);
            prop_assert!(Packing::Gzip.unpack(wire, &Limits::default()).is_err());
        }
    }
}
