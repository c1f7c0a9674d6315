// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// An answer in pieces whose client does not take them, or goes: nothing piles up for it, and nothing outlives it.
#include "core/gateway/dialects/openai/openaidialect.h"
#include "core/gateway/http/listener.h"
#include "core/gateway/streamedanswer.h"
#include "tests/gateway/rawclient.h"

#include <QBuffer>
#include <QImage>
#include <QPointer>
#include <QTest>

#include <memory>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 slow = 512LL * 1024; // as StreamedAnswer has it

QByteArray picture()
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QImage image(4, 4, QImage::Format_RGB32);
    image.fill(Qt::green);
    image.save(&buffer, "PNG");
    return buffer.data();
}

QByteArray longEvent()
{
    return "data: " + QByteArray(100'000, 'x') + "\n\n";
}

} // namespace

class TestStreamedAnswer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_pushed = 0;
        m_abandoned = 0;
        m_listener = std::make_unique<Listener>(Listener::Setup());
        connect(m_listener.get(), &Listener::headArrived, this, [](Exchange *exchange) {
            exchange->vouch();
            exchange->proceed();
        });
        connect(m_listener.get(), &Listener::requestArrived, this, &TestStreamedAnswer::begin);
        QVERIFY(m_listener->listen(QHostAddress::LocalHost));
        m_client = std::make_unique<RawClient>(m_listener->serverPort());
        m_client->send("GET /events HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
        QTRY_VERIFY(m_answer);
    }
    void cleanup()
    {
        m_client.reset();
        m_listener.reset();
    }

    void eventsAreLeftOutUntilTheClientCatchesUp()
    {
        fill();
        const int before = m_pushed;
        QVERIFY(before < 10);
        m_answer->say(longEvent());
        QCOMPARE(m_pushed, before);
        QTRY_COMPARE(m_exchange->backlog(), 0); // it reads
        m_answer->say("data: caught up\n\n");
        QCOMPARE(m_pushed, before + 1);
        QTRY_VERIFY(m_client->received().contains("caught up"));
    }

    void previewsAreLeftOutToo()
    {
        fill();
        const int before = m_pushed;
        m_answer->preview(picture());
        QTRY_COMPARE(m_exchange->backlog(), 0);
        m_answer->preview(picture());
        QTRY_COMPARE(m_pushed, before + 1);
        QTRY_VERIFY(m_client->received().contains("\"partial_image_index\":0"));
        QVERIFY(!m_client->received().contains("\"partial_image_index\":1"));
    }

    /// What was paid for is not left out, however slow its client is.
    void theEndComesWhole()
    {
        fill();
        m_answer->finish({200, {}, "data: the end\n\n"});
        QVERIFY(m_client->everything().endsWith("data: the end\n\n\r\n0\r\n\r\n"));
        QCOMPARE(m_abandoned, 0);
    }

    void itGoesWithItsClient_data()
    {
        QTest::addColumn<bool>("isWriting");
        QTest::newRow("in silence") << false;
        QTest::newRow("while a preview is written") << true;
    }
    void itGoesWithItsClient()
    {
        QFETCH(bool, isWriting);
        fill();
        QTRY_COMPARE(m_exchange->backlog(), 0);
        if (isWriting) {
            m_answer->preview(picture());
        }
        m_client->hangUp();
        QTRY_COMPARE(m_abandoned, 1);
        QTRY_VERIFY(!m_answer);
        QVERIFY(!m_exchange);
        QTRY_COMPARE(m_listener->connections(), 0);
    }

private:
    void begin(Exchange *exchange)
    {
        connect(exchange, &Exchange::pushed, this, [this] { ++m_pushed; });
        connect(exchange, &Exchange::abandoned, this, [this] { ++m_abandoned; });
        StreamedAnswer::Setup setup;
        setup.dialect = std::make_shared<openai::OpenAiDialect>();
        setup.begin = [](Exchange *it, const GatewayResponse &head) { it->beginStream(head); };
        setup.respond = [](Exchange *it, const GatewayResponse &response) { it->respond(response); };
        m_exchange = exchange;
        m_answer = new StreamedAnswer(exchange, setup);
    }

    /// Says events, all at once, until they are left out.
    void fill()
    {
        for (int told = 0; told < 1000 && m_pushed == told; ++told) {
            m_answer->say(longEvent());
        }
        QVERIFY(m_exchange->backlog() > slow);
    }

    std::unique_ptr<Listener> m_listener;
    std::unique_ptr<RawClient> m_client;
    QPointer<Exchange> m_exchange;
    QPointer<StreamedAnswer> m_answer;
    int m_pushed = 0;
    int m_abandoned = 0;
};

QTEST_GUILESS_MAIN(TestStreamedAnswer)
#include "test_streamedanswer.moc"
