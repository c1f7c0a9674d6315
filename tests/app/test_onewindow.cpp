// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/onewindow.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace lightwell;
using namespace Qt::StringLiterals;

class TestOneWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSecondOneCallsTheFirst()
    {
        const QTemporaryDir home;
        OneWindow first(home.path());
        QVERIFY(first.isFirst());
        QSignalSpy called(&first, &OneWindow::called);
        for (int start = 1; start <= 3; ++start) {
            QCOMPARE(startAgain(home.path()), Later::Answered);
            QCOMPARE(called.size(), start);
        }
        const QTemporaryDir other;
        QVERIFY(OneWindow(other.path()).isFirst()); // another home has a window of its own
    }

    void theNextOneIsFirstAgain()
    {
        const QTemporaryDir home;
        for (int start = 0; start < 3; ++start) {
            OneWindow window(home.path());
            QVERIFY(window.isFirst());
            QCOMPARE(startAgain(home.path()), Later::Answered);
        }
    }

    void aKilledOneLeavesNothingInTheWay()
    {
        const QTemporaryDir home;
        for (const QString &name : {u"window.socket"_s, u"window.lock"_s}) {
            QFile left(home.filePath(name));
            QVERIFY(left.open(QIODevice::WriteOnly));
        }
        OneWindow window(home.path());
        QVERIFY(window.isFirst());
        QCOMPARE(startAgain(home.path()), Later::Answered);
    }

    /// No socket has so long a name.
    void isToldWhereTheFirstCannotBeCalled()
    {
        const QTemporaryDir folder;
        const QString home = folder.filePath(QString(150, u'h'));
        QVERIFY(QDir().mkpath(home));
        const OneWindow first(home);
        QVERIFY(first.isFirst());
        QCOMPARE(startAgain(home), Later::Alone);
    }

    void aFolderWithoutRoomForALockHasAWindow() { QVERIFY(OneWindow(u"/proc/nope"_s).isFirst()); }

private:
    enum class Later { First, Answered, Alone };
    /// As another program does, while this one goes on.
    static Later startAgain(const QString &home)
    {
        Later end = Later::First;
        const std::unique_ptr<QThread> other(QThread::create([&end, home] {
            const OneWindow second(home);
            if (!second.isFirst()) {
                end = second.callFirst() ? Later::Answered : Later::Alone;
            }
        }));
        other->start();
        [&other] { QTRY_VERIFY(other->isFinished()); }();
        return end;
    }
};

QTEST_GUILESS_MAIN(TestOneWindow)
#include "test_onewindow.moc"
