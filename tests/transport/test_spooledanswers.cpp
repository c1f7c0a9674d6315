// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A large answer waits on the disk until it is whole, and what nobody reads stays there.
#include "tests/support/testserver.h"
#include "tests/transport/outcome.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

class TestSpooledAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answers_data()
    {
        QTest::addColumn<int>("behaviour");
        QTest::addColumn<int>("size");
        QTest::addColumn<qint64>("maxKept");
        QTest::addColumn<bool>("hasFolder");
        QTest::addColumn<int>("inBody");
        QTest::addColumn<int>("inFile");
        const auto row = [](const char *name, Reply::Behaviour how, int size, qint64 kept, bool folder, int body,
                            int file) {
            QTest::newRow(name) << static_cast<int>(how) << size << kept << folder << body << file;
        };
        using How = Reply::Behaviour;
        row("small", How::Normal, 10'000, 0, true, 10'000, 0);
        row("read from the disk", How::Normal, 100'000, 0, true, 100'000, 0);
        row("in chunks", How::Chunked, 100'000, 0, true, 100'000, 0);
        row("no disk: in memory", How::Normal, 100'000, 0, false, 100'000, 0);
        row("beyond what is read", How::Chunked, 100'001, 0, true, -1, 100'000);
        row("announced beyond it", How::Normal, 100'001, 0, true, -1, 0);
        row("kept beyond it", How::Normal, 150'000, 200'000, true, -1, 150'000);
        row("kept beyond it, in chunks", How::Chunked, 200'000, 200'000, true, -1, 200'000);
        row("no disk: not kept beyond it", How::Chunked, 150'000, 200'000, false, -1, 0);
        row("announced beyond what is kept", How::Normal, 200'001, 200'000, true, -1, 0);
        row("endless", How::Endless, 1000, 200'000, true, -1, 200'000);
        row("cut", How::DropMidBody, 100'000, 0, true, -1, 50'000);
    }
    void answers()
    {
        QFETCH(const int, behaviour);
        QFETCH(const int, size);
        QFETCH(const qint64, maxKept);
        QFETCH(const bool, hasFolder);
        QFETCH(const int, inBody);
        QFETCH(const int, inFile);
        TestServer server([&](const Received &) {
            return Reply::bytes(QByteArray(size, 'x'), "image/png").as(static_cast<Reply::Behaviour>(behaviour));
        });
        QTemporaryDir folder;
        HttpClientOptions options;
        options.spoolFolder = hasFolder ? folder.path() : folder.filePath(u"none"_s);
        HttpClient client(options);
        HttpRequest request;
        request.method = "POST";
        request.url = server.url();
        request.body = "{}";
        request.startsPaidWork = true;
        TransportLimits limits;
        limits.maxInMemoryBytes = 20'000;
        limits.maxResponseBytes = 100'000;
        limits.maxKeptBytes = maxKept;
        const Outcome outcome(client.send(request, limits));
        QVERIFY(outcome.wait());
        const HttpResult &result = outcome.result();
        QCOMPARE(result.delivery, inBody >= 0 ? Delivery::Answered : Delivery::MaybeSent);
        if (inBody >= 0) {
            QCOMPARE(result.response.body, QByteArray(inBody, 'x'));
        }
        QCOMPARE(result.file != nullptr, inFile > 0);
        if (result.file) {
            const QByteArray kept = result.file->readAll();
            // With the piece that was too much, which need not have come as a whole.
            QVERIFY(kept.size() >= inFile && kept.size() <= inFile + 256 * 1024);
            QCOMPARE(kept, QByteArray(kept.size(), 'x'));
        }
        QVERIFY(QDir(folder.path()).isEmpty()); // a crash leaves nothing behind
        QCOMPARE(server.count(), 1);
    }
};

QTEST_GUILESS_MAIN(TestSpooledAnswers)
#include "test_spooledanswers.moc"
