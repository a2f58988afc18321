// Nothing stands here: what it is compiled with is the header that all tests share (tests/CMakeLists.txt).
