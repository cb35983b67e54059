//! Pixels to a file. In: rows of pixels, and the colour of each shade. Out: a PNG. The only file that
//! names the format.

use super::{HEIGHT, WIDTH};
use crate::colour::Colour;
use png::{BitDepth, ColorType, Compression, Encoder, EncodingError, Filter};

/// The picture, with `words` in it as text that can be searched.
pub(super) fn png(rows: &[u8], palette: &[Colour], words: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    write(&mut bytes, (rows, palette), words).expect("memory takes every byte");
    bytes
}

fn write(
    bytes: &mut Vec<u8>,
    (rows, palette): (&[u8], &[Colour]),
    words: &str,
) -> Result<(), EncodingError> {
    let mut encoder = Encoder::new(bytes, WIDTH, HEIGHT);
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Four);
    encoder.set_palette(palette.iter().flat_map(|it| it.0).collect::<Vec<u8>>());
    // The quickest there is, from whose point of view a row of letters is much like the one above. To
    // be set first: it brings a filter of its own along.
    encoder.set_compression(Compression::Fast);
    encoder.set_filter(Filter::Up);
    // Not compressed, so that whoever looks for a word in the files of a site finds it.
    encoder.add_itxt_chunk("Description".to_owned(), words.to_owned())?;
    let mut writer = encoder.write_header()?;
    writer.write_image_data(rows)?;
    writer.finish()
}

#[cfg(test)]
mod tests {
    use super::super::raster;
    use super::super::{Card, Letters, Poster};
    use png::Decoder;
    use std::io::Cursor;

    fn drawn(title: &str) -> Vec<u8> {
        let facts = vec!["IC1".to_owned(), "Individual contributor".to_owned()];
        Poster::new(&Card { title: title.to_owned(), facts, ..Card::default() })
            .png(&mut Letters::default())
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
    fn the_pixels_are_what_was_drawn() {
        let (card, mut letters) =
            (Card { title: "Tech Lead".to_owned(), ..Card::default() }, Letters::default());
        let poster = Poster::new(&card);
        let rows = raster::rows(&poster.marks, &mut letters);
        let mut reader = Decoder::new(Cursor::new(poster.png(&mut letters))).read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        reader.next_frame(&mut pixels).unwrap();
        assert!(pixels == rows);
    }

    #[test]
    fn what_was_drawn_before_changes_nothing() {
        let mut letters = Letters::default();
        for title in ["Vedoucí vývoje", "Senior Developer", "Ведущий инженер", "Vedoucí vývoje"]
        {
            let poster = Poster::new(&Card { title: title.to_owned(), ..Card::default() });
            assert!(poster.png(&mut letters) == poster.png(&mut Letters::default()), "{title}");
        }
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
