//! Whether something comes twice, told at once where nothing does.

/// Whether any of `numbers` comes more than once.
pub(crate) fn any_repeats(numbers: impl ExactSizeIterator<Item = u64>) -> bool {
    // A hash table that is open at all places, at most half of them taken. 0 marks a free one.
    let size = (numbers.len() * 2).next_power_of_two();
    let (mut slots, mut has_zero) = (vec![0; size], false);
    for number in numbers {
        let is_known = if number == 0 { std::mem::replace(&mut has_zero, true) } else { meet(&mut slots, number) };
        if is_known {
            return true;
        }
    }
    false
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
