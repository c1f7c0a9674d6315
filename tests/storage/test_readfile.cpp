// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/storage/readfile.h"
#include "core/storage/storagereasons.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace lightwell;

class TestReadFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<qint64>("size");
        QTest::addColumn<qint64>("most");
        QTest::newRow("empty") << qint64(0) << qint64(10);
        QTest::newRow("small") << qint64(3) << qint64(10);
        QTest::newRow("just as large as it may be") << qint64(10) << qint64(10);
        QTest::newRow("large") << qint64(1'000'000) << qint64(2'000'000);
        QTest::newRow("nothing allowed, nothing there") << qint64(0) << qint64(0);
    }
    void reads()
    {
        QFETCH(qint64, size);
        QFETCH(qint64, most);
        const QByteArray bytes(size, 'x');
        QCOMPARE(*readRegularFile(file(bytes), most), bytes);
    }

    void followsLinks()
    {
        const QString link = m_folder.filePath(u"link"_s);
        QVERIFY(QFile::link(file("abc"), link));
        QCOMPARE(*readRegularFile(link, 10), QByteArray("abc"));
    }

    void readsWhatDoesNotSayItsSize()
    {
        const Result<QByteArray> status = readRegularFile(u"/proc/self/status"_s, 1'000'000);
        QVERIFY(status.ok());
        QVERIFY(status->contains("VmRSS"));
        const Result<QByteArray> bounded = readRegularFile(u"/proc/self/status"_s, 16);
        QVERIFY(!bounded.ok());
        QCOMPARE(bounded.error().reason, reasons::fileOverBytes(u"/proc/self/status"_s, 16));
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QString>("code");
        const QString pipe = m_folder.filePath(u"pipe"_s);
        const QString socket = m_folder.filePath(u"socket"_s);
        QVERIFY(::mkfifo(QFile::encodeName(pipe).constData(), 0600) == 0 || errno == EEXIST);
        sockaddr_un address = {};
        address.sun_family = AF_UNIX;
        qstrncpy(address.sun_path, QFile::encodeName(socket).constData(), sizeof(address.sun_path));
        const int handle = ::socket(AF_UNIX, SOCK_STREAM, 0);
        ::bind(handle, reinterpret_cast<const sockaddr *>(&address), sizeof(address));
        ::close(handle);
        QTest::newRow("a folder") << m_folder.path() << ErrorKind::Invalid << u"file_is_folder"_s;
        QTest::newRow("a pipe nobody writes to") << pipe << ErrorKind::Invalid << u"file_is_pipe"_s;
        QTest::newRow("a socket") << socket << ErrorKind::Invalid << u"file_is_socket"_s;
        QTest::newRow("an endless device") << u"/dev/zero"_s << ErrorKind::Invalid << u"file_is_device"_s;
        QTest::newRow("the terminal") << u"/dev/tty"_s << ErrorKind::Invalid << u"file_is_device"_s;
        QTest::newRow("nothing") << m_folder.filePath(u"none"_s) << ErrorKind::NotFound << u"file_unreadable"_s;
        QTest::newRow("below a file") << file("x") + u"/y"_s << ErrorKind::NotFound << u"file_unreadable"_s;
        QTest::newRow("too large") << file(QByteArray(1025, 'x')) << ErrorKind::Invalid << u"file_over_kibibytes"_s;
    }
    void refuses()
    {
        QFETCH(QString, path);
        QFETCH(ErrorKind, kind);
        QFETCH(QString, code);
        const Result<QByteArray> read = readRegularFile(path, 1024);
        QVERIFY(!read.ok());
        QCOMPARE(read.error().kind, kind);
        QCOMPARE(read.error().billing, Billing::NotBilled);
        QCOMPARE(read.error().reason.code, code);
        QCOMPARE(read.error().reason.values.value(0), ReasonValue(path));
    }

private:
    QString file(const QByteArray &bytes)
    {
        const QString path = m_folder.filePath(u"file-%1"_s.arg(++m_files));
        QFile made(path);
        return made.open(QIODevice::WriteOnly) && made.write(bytes) == bytes.size() ? path : QString();
    }
    QTemporaryDir m_folder;
    int m_files = 0;
};

QTEST_GUILESS_MAIN(TestReadFile)
#include "test_readfile.moc"
