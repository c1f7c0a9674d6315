// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/hardening.h"

#include <sys/resource.h>
#ifdef Q_OS_LINUX
#include <sys/prctl.h>
#endif

class TestHardening : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void memoryIsNotDumped();
};

void TestHardening::memoryIsNotDumped()
{
    QVERIFY(lightwell::disableCoreDumps());
    rlimit limit = {1, 1};
    QCOMPARE(::getrlimit(RLIMIT_CORE, &limit), 0);
    QCOMPARE(limit.rlim_cur, rlim_t(0));
    QCOMPARE(limit.rlim_max, rlim_t(0)); // nothing in this process can switch it on again
#ifdef Q_OS_LINUX
    QCOMPARE(::prctl(PR_GET_DUMPABLE, 0, 0, 0, 0), 0);
#endif
}

QTEST_GUILESS_MAIN(TestHardening)
#include "test_hardening.moc"
