#pragma once

namespace relevo {

/// Gives back to the system what was freed and the allocator keeps for later. For the end of something large
/// that will not come again soon: after a hundred thousand rows were read a tenth of the program's memory is
/// such. Any thread; takes some milliseconds, so not the one that paints. Does nothing where the allocator
/// is not glibc's.
void releaseFreedMemory();

} // namespace relevo
