//! Pixels to a file. In: a shade for each pixel, and the colour of each shade. Out: a PNG. The only
//! file that names the format.

use super::{HEIGHT, WIDTH};
use crate::colour::Colour;
use png::{BitDepth, ColorType, Compression, Encoder, EncodingError, Filter};

/// The picture, with `words` in it as text that can be searched.
pub(super) fn png(shades: &[u8], palette: &[Colour], words: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    write(&mut bytes, (shades, palette), words).expect("memory takes every byte");
    bytes
}

fn write(
    bytes: &mut Vec<u8>,
    (shades, palette): (&[u8], &[Colour]),
    words: &str,
) -> Result<(), EncodingError> {
    let mut encoder = Encoder::new(bytes, WIDTH, HEIGHT);
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Four);
    encoder.set_palette(palette.iter().flat_map(|it| it.0).collect::<Vec<u8>>());
    // Neighbouring shades are no neighbours in value: there is no sense in their differences.
    encoder.set_filter(Filter::NoFilter);
    // A quarter larger than the smallest, and made in a thirtieth of the time.
    encoder.set_compression(Compression::Fast);
    // Not compressed, so that whoever looks for a word in the files of a site finds it.
    encoder.add_itxt_chunk("Description".to_owned(), words.to_owned())?;
    let mut writer = encoder.write_header()?;
    let pairs = shades.chunks_exact(2).map(|it| it[0] << 4 | it[1]);
    writer.write_image_data(&pairs.collect::<Vec<u8>>())?;
    writer.finish()
}

#[cfg(test)]
mod tests {
    use super::super::{Card, Poster};
    use png::Decoder;
    use std::io::Cursor;

    fn drawn(title: &str) -> Vec<u8> {
        let facts = vec!["IC1".to_owned(), "Individual contributor".to_owned()];
        Poster::new(&Card { title: title.to_owned(), facts, ..Card::default() }).png()
    }

    #[test]
    fn a_card_is_a_small_png_of_the_usual_size() {
        let long = "Senior Director of Developer Experience, Platforms and Tools (Europe)";
        let bytes = drawn(long);
        assert!(bytes.len() < 40_000, "{}", bytes.len());
        let mut reader = Decoder::new(Cursor::new(&bytes)).read_info().unwrap();
        assert_eq!((reader.info().width, reader.info().height), (1200, 630));
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        reader.next_frame(&mut pixels).unwrap();
        assert_eq!(bytes, drawn(long), "the same card gives the same bytes");
    }

    #[test]
    fn the_words_can_be_found_in_its_bytes() {
        // All of them, though the picture shows the beginning only.
        let title = "Vedoucí ".repeat(60) + "vývoje";
        let bytes = drawn(&title);
        let found = |text: &str| bytes.windows(text.len()).any(|it| it == text.as_bytes());
        assert!(found(&title) && found("IC1 · Individual contributor"));
    }
}
