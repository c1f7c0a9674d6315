// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/cli/cliprogram.h"
#include "tests/support/sanitizer.h"
#include "tests/support/testserver.h"

#include <QDirIterator>
#include <QTest>

#include <algorithm>

using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mebibyte = 1024LL * 1024;

/// The most that a running program has held at once, in MiB; 0 where the system does not tell.
qint64 peakOf(qint64 process)
{
    QFile status(u"/proc/%1/status"_s.arg(process));
    const QByteArray text = status.open(QIODevice::ReadOnly) ? status.readAll() : QByteArray();
    const QByteArray key = "VmHWM:";
    const qsizetype at = text.indexOf(key);
    return at < 0 ? 0 : text.mid(at + key.size()).simplified().split(' ').value(0).toLongLong() / 1024;
}

qint64 bytesIn(const QString &folder)
{
    qint64 bytes = 0;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        files.next();
        bytes += files.fileInfo().size();
    }
    return bytes;
}

} // namespace

/// However much a vendor sends, the program's memory stays bounded, and what is paid for lies on the disk.
class TestCliHugeAnswer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesLittleMemory()
    {
        const qint64 sent = 300 * mebibyte;
        TestServer vendor([](const Received &) {
            Reply reply = Reply::bytes(QByteArray(mebibyte, 'A'), "application/json").as(Reply::Behaviour::Endless);
            reply.most = 300 * mebibyte;
            return reply;
        });
        CliProgram cli;
        cli.setVariable(u"OPENAI_API_KEY"_s, u"sk-test-0123456789abcdef"_s);
        cli.setVariable(u"LIGHTWELL_OPENAI_BASE_URL"_s, vendor.url(u"/v1"_s).toString());
        const std::unique_ptr<QProcess> process =
            cli.start({u"generate"_s, u"boat"_s, u"--model"_s, u"openai/gpt-image-1"_s, u"--allow-unknown-price"_s,
                       u"-o"_s, cli.path(u"out/"_s)});
        qint64 peak = 0;
        const auto hasEnded = [&process, &peak] {
            peak = std::max(peak, peakOf(process->processId()));
            return process->state() == QProcess::NotRunning;
        };
        QVERIFY(QTest::qWaitFor(hasEnded, 120'000));
        QCOMPARE(vendor.count(), 1);
        QVERIFY(process->exitCode() != 0);
        QCOMPARE(bytesIn(cli.home() + u"/media/unread"_s), sent);
        QVERIFY(bytesIn(cli.home()) < sent + 20 * mebibyte); // and nothing else of it stays
        QVERIFY2(isSanitized || peak < 200, QByteArray::number(peak).constData()); // which keeps what was given back
    }
};

QTEST_GUILESS_MAIN(TestCliHugeAnswer)
#include "test_clihugeanswer.moc"
