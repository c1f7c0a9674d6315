// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the disk loses is never taken for the whole.
#include "core/transport/spool.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <csignal>
#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace lightwell;
using namespace Qt::StringLiterals;

namespace {

QSet<int> openFiles()
{
    QSet<int> files;
    for (int file = 0; file < 1024; ++file) {
        if (fcntl(file, F_GETFD) >= 0) {
            files.insert(file);
        }
    }
    return files;
}

/// The one that `after` has and `before` has not gives and takes nothing more.
bool breakNew(const QSet<int> &before, const QSet<int> &after)
{
    std::array<int, 2> ends {};
    const QSet<int> fresh = after - before;
    if (fresh.size() != 1 || pipe(ends.data()) != 0) {
        return false;
    }
    const bool isDone = dup2(ends[0], *fresh.begin()) >= 0;
    close(ends[0]);
    close(ends[1]);
    return isDone;
}

} // namespace

class TestSpool : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsAnnouncedIsNoPromise_data()
    {
        QTest::addColumn<qint64>("announced");
        for (const qint64 announced : {qint64(-1), qint64(0), qint64(10), qint64(300'000), qint64(1) << 46}) {
            QTest::addRow("%lld", announced) << announced;
        }
    }
    void whatIsAnnouncedIsNoPromise()
    {
        QFETCH(const qint64, announced);
        Spool spool({}, qint64(1) << 47);
        spool.expect(announced);
        QByteArray all;
        for (int i = 0; i < 30; ++i) {
            const QByteArray piece(10'000, char('a' + i % 26));
            QVERIFY(spool.append(piece));
            all += piece;
        }
        QVERIFY(!spool.isOnDisk());
        QCOMPARE(spool.size(), all.size());
        QCOMPARE(spool.takeBytes(), std::optional(all));
    }

    void aFullDiskLosesNothing()
    {
        const QTemporaryDir folder;
        Spool spool(folder.path(), 1000);
        QVERIFY(spool.append(QByteArray(5000, 'a')));
        QVERIFY(spool.isOnDisk());
        rlimit before {};
        getrlimit(RLIMIT_FSIZE, &before);
        std::signal(SIGXFSZ, SIG_IGN);
        rlimit full = before;
        full.rlim_cur = 6000;
        setrlimit(RLIMIT_FSIZE, &full);
        const bool isFine = spool.append(QByteArray(5000, 'b'));
        setrlimit(RLIMIT_FSIZE, &before);
        QVERIFY(isFine);
        QVERIFY(!spool.isOnDisk());
        QVERIFY(spool.append("c"));
        QCOMPARE(spool.size(), 10'001);
        QCOMPARE(spool.takeBytes(), std::optional(QByteArray(5000, 'a') + QByteArray(5000, 'b') + 'c'));
    }

    void whatTheDiskDoesNotGiveBackIsLost_data()
    {
        QTest::addColumn<bool>("whileItComes");
        QTest::newRow("while it comes") << true;
        QTest::newRow("at its end") << false;
    }
    void whatTheDiskDoesNotGiveBackIsLost()
    {
        QFETCH(const bool, whileItComes);
        const QTemporaryDir folder;
        Spool spool(folder.path(), 1000);
        const QSet<int> before = openFiles();
        QVERIFY(spool.append(QByteArray(5000, 'a')));
        QVERIFY(breakNew(before, openFiles()));
        if (whileItComes) {
            QVERIFY(!spool.append(QByteArray(5000, 'b')));
        } else {
            QVERIFY(!spool.takeBytes());
        }
    }
};

QTEST_GUILESS_MAIN(TestSpool)
#include "test_spool.moc"
