//! Whether something comes twice, told at once where nothing does.

/// Up to so many numbers need no room from the heap.
const FEW: usize = 64;

/// Whether any of `numbers` comes more than once.
pub(crate) fn any_repeats(numbers: impl ExactSizeIterator<Item = u64>) -> bool {
    // A hash table that is open at all places, at most half of them taken. 0 marks a free one.
    let (mut few, mut many) = ([0; 2 * FEW], Vec::new());
    let slots = if numbers.len() <= FEW {
        few.as_mut_slice()
    } else {
        many.resize((numbers.len() * 2).next_power_of_two(), 0);
        many.as_mut_slice()
    };
    let mut has_zero = false;
    let mut is_known =
        |number| if number == 0 { std::mem::replace(&mut has_zero, true) } else { meet(slots, number) };
    numbers.into_iter().any(&mut is_known)
}

/// Whether the number has been met; if not, it has from now on.
#[inline]
fn meet(slots: &mut [u64], number: u64) -> bool {
    let last = slots.len() - 1;
    let mut slot = usize::try_from(number.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32).unwrap_or_default();
    loop {
        match &mut slots[slot & last] {
            free @ 0 => {
                *free = number;
                return false;
            }
            known if *known == number => return true,
            _ => slot += 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::any_repeats;

    #[test]
    fn repeats_are_seen_wherever_they_stand() {
        let any = |numbers: &[u64]| any_repeats(numbers.iter().copied());
        assert!(!any(&[]) && !any(&[0]) && !any(&[0, 1, 2, u64::MAX]));
        assert!(any(&[0, 1, 0]) && any(&[7, 1, 2, 7]) && any(&[u64::MAX, u64::MAX]));
        let mut many: Vec<u64> = (0..1000).map(|number| number << 40).collect();
        assert!(!any(&many));
        many[998] = many[3];
        assert!(any(&many));
    }
}
