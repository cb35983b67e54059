//! Codes that are short for what is frequent. In: how often each word occurs. Out: bits for each, as
//! RFC 1951 orders them.

use std::collections::VecDeque;

/// A code for each word; none for one that does not occur.
pub(super) struct Code {
    /// The bits of a word, the first one lowest, and how many there are.
    words: Vec<(u32, u32)>,
}

impl Code {
    /// No word takes more than `most` bits, which must be enough to tell them apart.
    pub(super) fn new(counts: &[u32], most: u32) -> Code {
        let mut counts = counts.to_vec();
        let mut lengths = lengths(&counts);
        while lengths.iter().any(|it| *it > most) {
            // The more alike they are, the more alike are their lengths.
            counts.iter_mut().for_each(|it| *it = it.div_ceil(2));
            lengths = self::lengths(&counts);
        }
        let mut next = 0_u32;
        let mut words: Vec<_> = lengths.iter().map(|it| (0, *it)).collect();
        for length in 1..=most {
            next <<= 1;
            for it in words.iter_mut().filter(|it| it.1 == length) {
                it.0 = next.reverse_bits() >> (u32::BITS - length);
                next += 1;
            }
        }
        Code { words }
    }

    pub(super) fn word(&self, word: usize) -> (u32, u32) {
        self.words[word]
    }

    /// How many bits each word has.
    pub(super) fn lengths(&self) -> impl Iterator<Item = u32> {
        self.words.iter().map(|it| it.1)
    }
}

/// How deep each word lies in the tree that joins the two rarest, again and again.
fn lengths(counts: &[u32]) -> Vec<u32> {
    let mut parents: Vec<usize> = vec![0; counts.len()];
    let present = counts.iter().enumerate().filter(|it| *it.1 > 0);
    let mut leaves: Vec<_> = present.map(|(index, count)| (*count, index)).collect();
    leaves.sort_unstable();
    // Parents come to be in the order of their counts.
    let (mut leaves, mut joined) = (VecDeque::from(leaves), VecDeque::new());
    let rarest = |leaves: &mut VecDeque<(u32, usize)>, joined: &mut VecDeque<(u32, usize)>| {
        let is_leaf = joined.front().is_none_or(|it| leaves.front().is_some_and(|leaf| leaf < it));
        if is_leaf { leaves.pop_front() } else { joined.pop_front() }
    };
    while leaves.len() + joined.len() > 1 {
        let pair = (rarest(&mut leaves, &mut joined), rarest(&mut leaves, &mut joined));
        let (Some(one), Some(other)) = pair else { break };
        (parents[one.1], parents[other.1]) = (parents.len(), parents.len());
        joined.push_back((one.0 + other.0, parents.len()));
        parents.push(0);
    }
    // A parent is made after its children, and the root, the last, has none.
    let mut depths = vec![0; parents.len()];
    for index in (0..parents.len()).rev().filter(|it| parents[*it] > 0) {
        depths[index] = depths[parents[index]] + 1;
    }
    depths.truncate(counts.len());
    depths
}

#[cfg(test)]
mod tests {
    use super::Code;

    #[test]
    fn what_is_frequent_is_short() {
        let code = Code::new(&[5, 1, 0, 1, 2], 15);
        assert_eq!(code.lengths().collect::<Vec<_>>(), [1, 3, 0, 3, 2]);
        // The first bit is the lowest: 0, 110, 111, 10.
        assert_eq!([0, 1, 3, 4].map(|it| code.word(it).0), [0, 0b011, 0b111, 0b01]);
    }

    #[test]
    fn no_word_is_longer_than_may_be_and_none_is_wasted() {
        let mut counts = vec![1, 1];
        (2..25).for_each(|it| counts.push(counts[it - 1] + counts[it - 2]));
        for most in [5, 7, 15] {
            let code = Code::new(&counts, most);
            assert!(code.lengths().all(|it| it <= most));
            let room: u32 = code.lengths().map(|it| 1 << (most - it)).sum();
            assert_eq!(room, 1 << most);
        }
    }
}
