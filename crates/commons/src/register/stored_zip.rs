//! A ZIP archive in one fixed form: files stored as they are, sorted by name, at a fixed date.
//!
//! The exact bytes are part of the published format of the register, so that two exports of one
//! register are the same file and a verifier can rebuild it. A library may change its bytes from
//! one release to the next (versions, flags, extra fields); these few lines do not.
//!
//! Every number is little-endian and every field not named here is 0. From 65,535 files on, the
//! ZIP64 end records are added, as the format requires.

/// 1 January 1980, the first day a ZIP archive can name.
const DATE: u16 = 0x0021;
/// The version a reader needs: 1.0, nothing but stored files.
const PLAIN: u16 = 10;
/// The version a reader needs for the ZIP64 records: 4.5.
const ZIP64: u16 = 45;

const LOCAL: &[u8] = b"PK\x03\x04";
const CENTRAL: &[u8] = b"PK\x01\x02";
const END64: &[u8] = b"PK\x06\x06";
const LOCATOR64: &[u8] = b"PK\x06\x07";
const END: &[u8] = b"PK\x05\x06";

/// One file of an archive, borrowed from where its bytes are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct File<'a> {
    /// The path inside the archive, parts separated by `/`.
    pub name: &'a [u8],
    /// The content.
    pub data: &'a [u8],
    /// The CRC-32 the archive gives for the content, right or wrong.
    pub crc: u32,
}

impl<'a> File<'a> {
    /// A file with the right checksum.
    pub fn new(name: &'a str, data: &'a [u8]) -> Self {
        Self { name: name.as_bytes(), data, crc: crc32fast::hash(data) }
    }

    /// Whether the archive's checksum is that of the content.
    pub fn crc_is_right(&self) -> bool {
        self.crc == crc32fast::hash(self.data)
    }
}

/// The archive would pass the 4 GiB of this form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("larger than 4 GiB")]
pub struct TooLarge;

/// The bytes are not an archive in the one form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("not a ZIP archive in the form of a register")]
pub struct NotTheForm;

/// The archive of these files, which are put in the order of their names.
pub fn write(mut files: Vec<File<'_>>) -> Result<Vec<u8>, TooLarge> {
    files.sort_by_key(|file| file.name);
    let mut bytes = Vec::new();
    each_piece(&files, &mut |piece| bytes.extend_from_slice(piece))?;
    if too_large(&bytes) { Err(TooLarge) } else { Ok(bytes) }
}

/// The files of an archive, in the order of their names, no name twice.
///
/// Strict about everything except what the files hold: the bytes must be those [`write()`] gives for
/// the files and the checksums found. A wrong checksum is left for the caller to judge, who can
/// often say more about the damage.
pub fn read(bytes: &[u8]) -> Result<Vec<File<'_>>, NotTheForm> {
    let files = walk(bytes).ok_or(NotTheForm)?;
    if !files.is_sorted_by(|one, next| one.name < next.name) || too_large(bytes) {
        return Err(NotTheForm);
    }
    // Compared piece by piece, so that checking a large archive takes no second copy of it.
    let mut rest = Some(bytes);
    let rebuilt = each_piece(&files, &mut |piece| rest = rest.and_then(|rest| rest.strip_prefix(piece)));
    match (rebuilt, rest) {
        (Ok(()), Some([])) => Ok(files),
        _ => Err(NotTheForm),
    }
}

fn too_large(bytes: &[u8]) -> bool {
    u32::try_from(bytes.len()).is_err()
}

/// The files as their own headers announce them, from the first byte on.
fn walk(mut rest: &[u8]) -> Option<Vec<File<'_>>> {
    let mut files = Vec::new();
    while let Some(after) = rest.strip_prefix(LOCAL) {
        let (header, after) = after.split_at_checked(26)?;
        let number = |from: usize| header.get(from..)?.first_chunk().map(|four| u32::from_le_bytes(*four));
        let name_length = header.get(22..)?.first_chunk().map(|two| u16::from_le_bytes(*two))?;
        let (name, after) = after.split_at_checked(name_length.into())?;
        let (data, after) = after.split_at_checked(number(14)?.try_into().ok()?)?;
        files.push(File { name, data, crc: number(10)? });
        rest = after;
    }
    Some(files)
}

/// The archive of these files, handed over piece by piece.
fn each_piece(files: &[File<'_>], out: &mut dyn FnMut(&[u8])) -> Result<(), TooLarge> {
    let mut directory = Vec::new();
    let mut offset = 0;
    for file in files {
        let common = common_fields(file)?;
        out(&[LOCAL, &common, file.name].concat());
        out(file.data);
        let place = narrow::<u32>(offset)?.to_le_bytes();
        // Comment length, disk, inner and outer attributes: all 0.
        let central: [&[u8]; _] = [CENTRAL, &PLAIN.to_le_bytes(), &common, &[0; 10], &place, file.name];
        central.iter().for_each(|part| directory.extend_from_slice(part));
        offset += LOCAL.len() + common.len() + file.name.len() + file.data.len();
    }
    out(&directory);
    out(&end_records(files.len(), directory.len(), offset)?);
    Ok(())
}

/// What the local header and the central directory say alike: version, flags, method, time, date,
/// checksum, both sizes, length of the name, length of the extra field.
fn common_fields(file: &File<'_>) -> Result<Vec<u8>, TooLarge> {
    let size = narrow::<u32>(file.data.len())?.to_le_bytes();
    let name_length = narrow::<u16>(file.name.len())?.to_le_bytes();
    let fixed = [PLAIN, 0, 0, 0, DATE].map(u16::to_le_bytes);
    Ok([fixed.as_flattened(), &file.crc.to_le_bytes(), &size, &size, &name_length, &[0; 2]].concat())
}

fn end_records(count: usize, size: usize, offset: usize) -> Result<Vec<u8>, TooLarge> {
    let (size32, offset32) = (narrow::<u32>(size)?, narrow::<u32>(offset)?);
    let count16 = u16::try_from(count).unwrap_or(u16::MAX).to_le_bytes();
    let mut end = Vec::new();
    if count >= usize::from(u16::MAX) {
        let wide = [count as u64, count as u64, size as u64, offset as u64].map(u64::to_le_bytes);
        let versions = [ZIP64, ZIP64].map(u16::to_le_bytes);
        // 44 bytes of this record follow its length.
        let record: [&[u8]; _] = [END64, &44_u64.to_le_bytes(), versions.as_flattened(), &[0; 8], wide.as_flattened()];
        let locator: [&[u8]; _] = [LOCATOR64, &[0; 4], &((offset + size) as u64).to_le_bytes(), &1_u32.to_le_bytes()];
        end = [record.concat(), locator.concat()].concat();
    }
    let plain: [&[u8]; _] = [END, &[0; 4], &count16, &count16, &size32.to_le_bytes(), &offset32.to_le_bytes(), &[0; 2]];
    end.extend_from_slice(&plain.concat());
    Ok(end)
}

fn narrow<N: TryFrom<usize>>(number: usize) -> Result<N, TooLarge> {
    N::try_from(number).map_err(|_| TooLarge)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn small() -> Vec<u8> {
        write(vec![File::new("b/2.txt", b"two"), File::new("a.txt", b"one")]).unwrap()
    }

    #[test]
    fn files_come_back_in_the_order_of_their_names() {
        let bytes = small();
        let files = read(&bytes).unwrap();
        assert_eq!(files, [File::new("a.txt", b"one"), File::new("b/2.txt", b"two")]);
        assert!(files.iter().all(File::crc_is_right));
        assert_eq!(read(&write(Vec::new()).unwrap()), Ok(Vec::new()));
    }

    #[test]
    fn every_changed_byte_is_seen_and_content_alone_is_left_to_the_checksum() {
        let good = small();
        for place in 0..good.len() {
            let mut bytes = good.clone();
            bytes[place] ^= 1;
            let in_content = (35..38).contains(&place) || (75..78).contains(&place);
            match read(&bytes) {
                Ok(files) => assert!(in_content && !files.iter().all(File::crc_is_right), "{place}"),
                Err(NotTheForm) => assert!(!in_content, "{place}"),
            }
        }
    }

    #[test]
    fn a_name_twice_or_out_of_order_is_refused() {
        for names in [["a", "a"], ["b", "a"]] {
            let files = names.map(|name| File::new(name, b""));
            let mut bytes = Vec::new();
            each_piece(&files, &mut |piece| bytes.extend_from_slice(piece)).unwrap();
            assert_eq!(read(&bytes), Err(NotTheForm));
        }
    }

    #[test]
    fn many_files_take_the_wide_records() {
        for count in [65_534_usize, 65_535, 66_000] {
            let names: Vec<String> = (0..count).map(|n| format!("{n:06}")).collect();
            let bytes = write(names.iter().map(|name| File::new(name, b"")).collect()).unwrap();
            assert_eq!(read(&bytes).unwrap().len(), count);
            let wide = bytes.windows(4).rev().take(200).any(|four| four == END64);
            assert_eq!(wide, count >= 65_535);
        }
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 1..200), cut: prop::sample::Index) {
            prop_assert!(read(&bytes).is_err());
            prop_assert!(read(&[small(), bytes].concat()).is_err());
            let good = small();
            prop_assert!(read(&good[..cut.index(good.len())]).is_err());
        }
    }
}
