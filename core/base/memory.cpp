#include <base/memory.h>

#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace relevo {

void releaseFreedMemory()
{
#ifdef __GLIBC__
    (void)malloc_trim(0);
#endif
}

} // namespace relevo
