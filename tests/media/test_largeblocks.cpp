// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/largeblocks.h"
#include "tests/support/sanitizer.h"

#include <QTest>

#include <cstdlib>
#ifdef __GLIBC__
#include <malloc.h>
#endif

using namespace lightwell;
using namespace lightwell::test;

class TestLargeBlocks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepTheirOwnMapping();
};

void TestLargeBlocks::keepTheirOwnMapping()
{
#if defined(__GLIBC__)
    if (isSanitized) {
        QSKIP("The sanitizers bring a memory of their own.");
    }
    constexpr std::size_t size = 20LL * 1024 * 1024;
    setMmapThreshold();
    for (int time = 0; time < 3; ++time) { // by itself the library maps only the first
        const std::size_t before = mallinfo2().hblkhd;
        void *volatile block = std::malloc(size);
        QVERIFY(block);
        QVERIFY(mallinfo2().hblkhd >= before + size);
        std::free(block);
        QCOMPARE(mallinfo2().hblkhd, before);
    }
#else
    QSKIP("This C library has no such setting.");
#endif
}

QTEST_GUILESS_MAIN(TestLargeBlocks)
#include "test_largeblocks.moc"
