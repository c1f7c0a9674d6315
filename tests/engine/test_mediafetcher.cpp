// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// All links are paid for: one that does not work takes nothing from the others.
#include "core/engine/callerrors.h"
#include "core/engine/callreasons.h"
#include "core/engine/mediafetcher.h"
#include "core/model/reasonsearch.h"
#include "tests/support/testserver.h"

#include <QSignalSpy>
#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Not a format anybody knows, which is no reason not to keep it.
QByteArray pictureAt(const QString &path)
{
    return "picture " + path.toLatin1();
}

/// What is asked for, and what comes.
struct Fetch
{
    Fetch(const QStringList &paths, std::function<Reply(const Received &, int times)> answer, QDeadlineTimer deadline)
        : server([answer = std::move(answer), this](const Received &request) {
            ++asked[request.path];
            order.append(request.path);
            return answer(request, asked.value(request.path));
        })
        , fetcher(http, {}, server.url(), {30s, 30s, 30s, 50ms, 300ms, 300ms}, nullptr)
    {
        QObject::connect(&fetcher, &MediaFetcher::finished, &fetcher,
                         [this](const QList<ProducedMedia> &media, const MediaFetcher::Missing &missing) {
                             ++ends;
                             for (const ProducedMedia &one : media) {
                                 came.append(one.url.path());
                                 isRight = isRight && one.bytes == pictureAt(one.url.path());
                             }
                             for (const ProducedMedia &one : missing.media) {
                                 missed.append(one.url.path());
                             }
                             error = missing.error;
                         });
        QList<ProducedMedia> media;
        for (const QString &path : paths) {
            ProducedMedia one;
            one.url = server.url(path);
            media.append(one);
        }
        fetcher.fetch(media, deadline);
    }

    QHash<QString, int> asked;
    QStringList order;
    TestServer server;
    HttpClient http;
    MediaFetcher fetcher;
    QStringList came;
    QStringList missed;
    std::optional<Error> error;
    bool isRight = true;
    int ends = 0;
};

Reply good(const Received &request)
{
    return Reply::bytes(pictureAt(request.path), "application/octet-stream");
}

} // namespace

class TestMediaFetcher : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLinkThatIsNotPermittedIsToldAsSuch_data()
    {
        QTest::addColumn<QUrl>("link");
        QTest::newRow("private network") << QUrl(u"https://10.0.0.1/a.png"_s);
        QTest::newRow("this machine") << QUrl(u"https://localhost/a.png"_s);
        QTest::newRow("unencrypted") << QUrl(u"http://example.com/a.png"_s);
        QTest::newRow("names a user") << QUrl(u"https://user:pw@example.com/a.png"_s);
    }
    /// Whoever is told to ask again later asks in vain.
    void aLinkThatIsNotPermittedIsToldAsSuch()
    {
        QFETCH(QUrl, link);
        HttpClient http;
        QSignalSpy ended(http.download(link, {}), &HttpCall::finished);
        QTRY_COMPARE(ended.count(), 1);
        const auto result = ended.first().first().value<HttpResult>();
        Error error = callerrors::notFetched(result, {});
        callerrors::tellKept(error, {}, {ProducedMedia {{}, link, {}, {}, {}, {}}});
        QCOMPARE(error.billing, Billing::Billed);
        QVERIFY(holdsReason(error.why(), reasons::pictureLinkForbidden.code));
        QVERIFY(!holdsReason(error.why(), reasons::pictureLinkKept.code));
    }

    void theOthersComeFirst()
    {
        Fetch fetch(
            {u"/1"_s, u"/2"_s, u"/3"_s},
            [](const Received &request, int times) {
                return request.path == u"/1"_s && times < 4 ? Reply::json({}, 503) : good(request);
            },
            QDeadlineTimer(20s));
        QTRY_COMPARE(fetch.ends, 1);
        QVERIFY(!fetch.error);
        QCOMPARE(fetch.came, QStringList({u"/1"_s, u"/2"_s, u"/3"_s}));
        QVERIFY(fetch.isRight);
        QCOMPARE(fetch.order.first(3), QStringList({u"/1"_s, u"/2"_s, u"/3"_s}));
        QCOMPARE(fetch.asked, (QHash<QString, int> {{u"/1"_s, 4}, {u"/2"_s, 1}, {u"/3"_s, 1}}));
    }

    void oneThatNeverWorksTakesNobodysTime_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("busy until time is up") << 503;
        QTest::newRow("gone") << 404;
        QTest::newRow("a page instead") << 200;
    }
    void oneThatNeverWorksTakesNobodysTime()
    {
        QFETCH(const int, status);
        Fetch fetch(
            {u"/1"_s, u"/2"_s, u"/3"_s},
            [status](const Received &request, int) {
                return request.path == u"/1"_s ? Reply::bytes("<html>", "text/html", status) : good(request);
            },
            QDeadlineTimer(1500ms));
        QTRY_COMPARE(fetch.ends, 1);
        QVERIFY(fetch.error);
        QCOMPARE(fetch.came, QStringList({u"/2"_s, u"/3"_s}));
        QCOMPARE(fetch.missed, QStringList(u"/1"_s));
        QCOMPARE(fetch.order.first(3), QStringList({u"/1"_s, u"/2"_s, u"/3"_s}));
        QVERIFY(fetch.asked.value(u"/1"_s) > 1);
        QVERIFY(fetch.isRight);
    }

    void severalThatFailAreAskedInTurn()
    {
        Fetch fetch(
            {u"/1"_s, u"/2"_s, u"/3"_s},
            [](const Received &request, int times) {
                return request.path != u"/3"_s && times < 3 ? Reply::json({}, 404) : good(request);
            },
            QDeadlineTimer(20s));
        QTRY_COMPARE(fetch.ends, 1);
        QVERIFY(!fetch.error);
        QCOMPARE(fetch.order.first(3), QStringList({u"/1"_s, u"/2"_s, u"/3"_s}));
        QCOMPARE(fetch.asked, (QHash<QString, int> {{u"/1"_s, 3}, {u"/2"_s, 3}, {u"/3"_s, 1}}));
        QCOMPARE(fetch.came, QStringList({u"/1"_s, u"/2"_s, u"/3"_s}));
        QVERIFY(fetch.isRight);
    }
};

QTEST_GUILESS_MAIN(TestMediaFetcher)
#include "test_mediafetcher.moc"
