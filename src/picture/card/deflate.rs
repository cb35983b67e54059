//! Rows to a stream of zlib. In: rows of one length. Out: the same, shorter, as RFC 1950 and 1951 say.
//!
//! A picture of letters repeats itself in two places: a pixel is that to its left, or that above.
//! Whoever looks for nothing else needs a tenth of the time of a crate that looks everywhere and is
//! nearly as short; the quick ones among crates look to the left alone.

use super::huffman::Code;
use simd_adler32::adler32;
use std::ops::Range;

/// How long a copy may be.
const SHORTEST: usize = 3;
const LONGEST: usize = 258;

/// How many bytes are compared at once.
const STEP: usize = size_of::<u64>();

/// The words of the alphabet that bytes and lengths share: all bytes, the end, and lengths.
const N_WORDS: usize = 286;
const END: usize = 256;
/// The shortest length of each word from 257 on.
#[rustfmt::skip]
const LENGTHS: [u32; 29] = [3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67,
    83, 99, 115, 131, 163, 195, 227, 258];
/// Which of them a length belongs to.
const INDICES: [u8; LONGEST + 1] = {
    let (mut indices, mut index) = ([0; LONGEST + 1], 0);
    let mut length = SHORTEST;
    while length <= LONGEST {
        if index + 1 < LENGTHS.len() && LENGTHS[index + 1] as usize == length {
            index += 1;
        }
        indices[length] = index as u8;
        length += 1;
    }
    indices
};
/// The order in which the code of the codes is written down.
const ORDER: [usize; 19] = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];

/// What a piece of the rows may be: a byte, or a copy of what is to the left or above, as long as the
/// place in the list says. Each is put down with all that belongs to it in one go.
const N_KINDS: usize = LEFT.end + LONGEST - SHORTEST + 1;
const LEFT: Range<usize> = 256..256 + LONGEST - SHORTEST + 1;

/// `rows`, each `row` bytes long, as a stream.
pub(super) fn zlib(rows: &[u8], row: usize) -> Vec<u8> {
    let pieces = pieces(rows, row);
    let mut counts = [0; N_KINDS];
    pieces.iter().for_each(|it| counts[usize::from(*it)] += 1);
    let (mut words, mut distances) = ([0; N_WORDS], [0; 30]);
    words[END] = 1;
    counts.iter().enumerate().for_each(|(kind, n)| words[word(kind).0] += n);
    // Both are always there, so that their code is one bit for each.
    let [left, above] = [1, row].map(distance);
    (distances[left.0], distances[above.0]) = (1, 1);
    let (words, distances) = (Code::new(&words, 15), Code::new(&distances, 15));

    let mut out = Bits::default();
    // What it is, that this is its last block, and that the block has codes of its own.
    out.put((0x0178, 16));
    out.put((0b101, 3));
    declare(&mut out, &words, &distances);
    let kinds: [(u32, u32); N_KINDS] = std::array::from_fn(|kind| {
        let (index, extra) = word(kind);
        let back = if kind < LEFT.end { left } else { above };
        let bits = then(words.word(index), extra);
        if kind < LEFT.start { bits } else { then(then(bits, distances.word(back.0)), back.1) }
    });
    out.put_all(pieces.iter().map(|it| kinds[usize::from(*it)]));
    out.put(words.word(END));
    let mut bytes = out.close();
    bytes.extend(adler32(&rows).to_be_bytes());
    bytes
}

/// The rows in pieces, each by its kind.
fn pieces(rows: &[u8], row: usize) -> Vec<u16> {
    let mut pieces = Vec::with_capacity(rows.len() / 16);
    let mut at = 0;
    while let Some(byte) = rows.get(at) {
        let (above, left) = (begins_like(rows, at, row), begins_like(rows, at, 1));
        if above.max(left) < SHORTEST {
            pieces.push(u16::from(*byte));
            at += 1;
            continue;
        }
        let (first, back) = if above >= left { (LEFT.end, row) } else { (LEFT.start, 1) };
        let mut rest = above.max(left);
        if rest == STEP {
            rest += goes_on_like(rows, at + STEP, back);
        }
        while rest >= SHORTEST {
            let length = rest.min(LONGEST);
            pieces.push((first + length - SHORTEST) as u16);
            (at, rest) = (at + length, rest - length);
        }
    }
    pieces
}

/// How many of the next eight bytes are as those `back` before them.
#[inline]
fn begins_like(rows: &[u8], at: usize, back: usize) -> usize {
    let old = at.checked_sub(back).and_then(|it| rows[it..].first_chunk());
    let Some((old, new)) = old.zip(rows[at..].first_chunk()) else { return 0 };
    let differs = u64::from_le_bytes(*old) ^ u64::from_le_bytes(*new);
    differs.trailing_zeros() as usize / 8
}

/// How many are, to the end of all but for a few.
#[inline]
fn goes_on_like(rows: &[u8], at: usize, back: usize) -> usize {
    let (old, new) = (rows[at - back..].as_chunks().0, rows[at..].as_chunks().0);
    let mut length = 0;
    for (old, new) in old.iter().zip(new) {
        let differs = u128::from_le_bytes(*old) ^ u128::from_le_bytes(*new);
        length += differs.trailing_zeros() as usize / 8;
        if differs != 0 {
            break;
        }
    }
    length
}

/// Some bits, and how many they are.
type Few = (u32, u32);

fn then((one, n): Few, (other, m): Few) -> Few {
    (one | other << n, n + m)
}

/// The word for a kind of piece, and what follows it.
fn word(kind: usize) -> (usize, Few) {
    if kind < LEFT.start {
        return (kind, (0, 0));
    }
    let length = (SHORTEST + (kind - LEFT.start) % LEFT.len()) as u32;
    let index = usize::from(INDICES[length as usize]);
    let n_bits = match index {
        ..8 | 28 => 0,
        _ => index as u32 / 4 - 1,
    };
    (END + 1 + index, (length - LENGTHS[index], n_bits))
}

/// The same for a distance.
fn distance(back: usize) -> (usize, Few) {
    let from = back - 1;
    if from < 4 {
        return (from, (0, 0));
    }
    let n_bits = from.ilog2() - 1;
    (2 * n_bits as usize + (from >> n_bits), ((from & ((1 << n_bits) - 1)) as u32, n_bits))
}

/// The codes themselves, which are known by how many bits each word has.
fn declare(out: &mut Bits, words: &Code, distances: &Code) {
    let mut counts = [0; 19];
    let lengths = || words.lengths().chain(distances.lengths());
    lengths().for_each(|it| counts[it as usize] += 1);
    let code = Code::new(&counts, 7);
    out.put(((N_WORDS - 257) as u32, 5));
    out.put((distances.lengths().count() as u32 - 1, 5));
    out.put((ORDER.len() as u32 - 4, 4));
    let of_codes: Vec<u32> = code.lengths().collect();
    ORDER.iter().for_each(|it| out.put((of_codes[*it], 3)));
    lengths().for_each(|it| out.put(code.word(it as usize)));
}

/// Bits, the lowest first.
#[derive(Default)]
struct Bits {
    bytes: Vec<u8>,
    /// Those that do not fill a byte yet, and how many they are.
    rest: u64,
    n_rest: u32,
}

impl Bits {
    fn put(&mut self, few: Few) {
        self.put_all([few].into_iter());
    }

    /// Each no more than seven bytes. Without a branch, since no processor can guess where bytes end.
    fn put_all(&mut self, all: impl ExactSizeIterator<Item = Few>) {
        let (mut rest, mut n_rest) = (self.rest, self.n_rest);
        let mut end = self.bytes.len();
        self.bytes.resize(end + STEP * (all.len() + 1), 0);
        for (bits, n) in all {
            rest |= u64::from(bits) << n_rest;
            n_rest += n;
            self.bytes[end..end + STEP].copy_from_slice(&rest.to_le_bytes());
            end += n_rest as usize / 8;
            rest >>= n_rest & !7;
            n_rest &= 7;
        }
        self.bytes.truncate(end);
        (self.rest, self.n_rest) = (rest, n_rest);
    }

    fn close(mut self) -> Vec<u8> {
        if self.n_rest > 0 {
            self.bytes.push(self.rest as u8);
        }
        self.bytes
    }
}

#[cfg(test)]
mod tests {
    use super::{LONGEST, distance, pieces, word};

    #[test]
    fn a_row_is_what_is_above_it_or_to_its_left() {
        // As long a row as the longest copy and a bit, so that none is left over at its end.
        let row = LONGEST + 100;
        let rows = [vec![7; row], vec![7; row], (0..row).map(|it| it as u8).collect()].concat();
        let pieces = pieces(&rows, row);
        assert_eq!(pieces[0], 7, "nothing stands before it");
        assert!(pieces[1] >= 256, "and then it goes on");
        assert!(pieces.len() < row + 20, "{}", pieces.len());
        assert_eq!(pieces.last().map(|it| usize::from(*it)), Some((row - 1) % 256));
    }

    #[test]
    fn lengths_and_distances_are_said_as_the_format_wants_them() {
        let length = |it: usize| word(super::LEFT.start + it - 3);
        assert_eq!([3, 10, 11, 12, 258].map(|it| length(it).0), [257, 264, 265, 265, 285]);
        assert_eq!([11, 12, 257].map(|it| length(it).1), [(0, 1), (1, 1), (30, 5)]);
        assert_eq!(
            [1, 4, 5, 601].map(distance),
            [(0, (0, 0)), (3, (0, 0)), (4, (0, 1)), (18, (88, 8))]
        );
    }
}
