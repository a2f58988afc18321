# How everything here is compiled: the language level, the warnings and the strict Qt defines, as one interface target.
set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_AUTOMOC ON)
if(NOT CMAKE_BUILD_TYPE)
    set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "" FORCE)
endif()

find_program(RELEVO_CCACHE ccache)
if(RELEVO_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # Precompiled headers are cacheable only when ccache is told that their time stamps do not matter.
    set(CMAKE_CXX_COMPILER_LAUNCHER
        ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
        ${RELEVO_CCACHE})
endif()

# What is built for testing links two hundred programs; lld needs a quarter of the time. What is shipped keeps the system's.
find_program(RELEVO_LLD ld.lld)
if(RELEVO_LLD AND CMAKE_UNITY_BUILD)
    add_link_options(-fuse-ld=lld)
endif()

add_library(relevo_compile INTERFACE)
target_compile_options(relevo_compile INTERFACE -Wall -Wextra -Wpedantic -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # GCC 12 sees uninitialised members in every std::expected that is moved from (its bug 105562 and kin).
    target_compile_options(relevo_compile INTERFACE -fpch-preprocess -Wno-maybe-uninitialized)
    # It looks for memory to use again from half a gigabyte on only: what a precompiled header brings is all looked at each time,
    # which is a fifth of a compilation.
    target_compile_options(relevo_compile INTERFACE --param=ggc-min-heapsize=524288)
    if(CMAKE_UNITY_BUILD)
        # It takes every source of a batch for a header.
        target_compile_options(relevo_compile INTERFACE -Wno-subobject-linkage)
    endif()
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    # The type of an array with some hundred rows is found by one long expression.
    target_compile_options(relevo_compile INTERFACE -fbracket-depth=2048)
    if(CMAKE_CXX_COMPILER_VERSION VERSION_LESS 16)
        message(FATAL_ERROR "clang ${CMAKE_CXX_COMPILER_VERSION} cannot compile libstdc++'s std::expected; use clang 16 or newer")
    elseif(CMAKE_CXX_COMPILER_VERSION VERSION_LESS 19)
        # libstdc++ hides std::expected behind a concepts level that these implement but do not announce.
        target_compile_options(relevo_compile INTERFACE
            -Wno-builtin-macro-redefined -U__cpp_concepts -D__cpp_concepts=202002L)
    endif()
endif()
target_compile_definitions(relevo_compile INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
    QT_NO_KEYWORDS QT_NO_FOREACH QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_STRICT_ITERATORS
    QT_DISABLE_DEPRECATED_BEFORE=0x060400
    RELEVO_VERSION="${PROJECT_VERSION}")

if(RELEVO_SANITIZE STREQUAL "address")
    # A null pointer and a wrong size AddressSanitizer tells of by itself, and alignment is no fault of these processors; to
    # ask for them at each access is a quarter of the compilation.
    add_compile_options(-fsanitize=address,undefined -fno-sanitize=null,alignment,object-size -fno-sanitize-recover=undefined
        -fno-omit-frame-pointer)
    # Reading the first of nothing is told where it happens, not where its memory belonged to somebody.
    add_compile_definitions(_GLIBCXX_ASSERTIONS)
    add_link_options(-fsanitize=address,undefined)
elseif(RELEVO_SANITIZE STREQUAL "thread")
    add_compile_options(-fsanitize=thread -fno-omit-frame-pointer)
    add_link_options(-fsanitize=thread)
elseif(RELEVO_SANITIZE)
    message(FATAL_ERROR "RELEVO_SANITIZE is '${RELEVO_SANITIZE}'; use address or thread")
endif()
if(RELEVO_BUILD_FUZZERS)
    if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
        message(FATAL_ERROR "The fuzzers need clang: configure with -DCMAKE_CXX_COMPILER=clang++-16")
    endif()
    add_compile_options(-fsanitize=fuzzer-no-link,address,undefined -fno-sanitize=vptr)
    add_link_options(-fsanitize=address,undefined)
endif()
