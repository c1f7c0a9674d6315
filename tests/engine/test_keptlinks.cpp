// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/keptlinks.h"

#include <QTest>

using namespace lightwell;
using namespace Qt::StringLiterals;

class TestKeptLinks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "America/New_York"); } // links tell no local time

    void aFlagIsKept()
    {
        ProducedMedia media;
        media.url = QUrl(u"https://x.example/a.png"_s);
        media.flaggedBy = u"Acme"_s;
        Done done;
        done.media = {media};
        QCOMPARE(keptlinks::in(keptlinks::with({}, {done, 1}))->done.media.first().flaggedBy, u"Acme"_s);
    }

    void expiry_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("until"); ///< empty: not known
        const QString day = u"2026-03-04T05:06:07Z"_s;
        QTest::newRow("Amazon") << u"X-Amz-Date=20260304T040607Z&X-Amz-Expires=3600&X-Amz-Signature=ab"_s << day;
        QTest::newRow("Google") << u"X-Goog-Date=20260304T050507Z&X-Goog-Expires=60"_s << day;
        QTest::newRow("Amazon, no seconds") << u"X-Amz-Date=20260304T040607Z"_s << QString();
        QTest::newRow("Amazon, no date") << u"X-Amz-Expires=3600"_s << QString();
        QTest::newRow("Amazon, words") << u"X-Amz-Date=20260304T040607Z&X-Amz-Expires=soon"_s << QString();
        QTest::newRow("Amazon, before its beginning") << u"X-Amz-Date=20260304T040607Z&X-Amz-Expires=-5"_s << QString();
        QTest::newRow("Amazon, for ever")
            << u"X-Amz-Date=20260304T040607Z&X-Amz-Expires=9223372036854775807"_s << QString();
        QTest::newRow("Azure") << u"sp=r&se=2026-03-04T05%3A06%3A07Z&sig=ab"_s << day;
        QTest::newRow("Azure, in another zone") << u"se=2026-03-04T07%3A06%3A07%2B02%3A00"_s << day;
        QTest::newRow("Azure, without a zone") << u"se=2026-03-04T05:06:07"_s << day;
        QTest::newRow("Azure, no time") << u"se=tomorrow"_s << QString();
        QTest::newRow("seconds of the clock") << u"Expires=1772600767&Signature=ab"_s << day;
        QTest::newRow("no second") << u"Expires=0"_s << QString();
        QTest::newRow("words") << u"Expires=never"_s << QString();
        QTest::newRow("beyond every calendar") << u"Expires=9223372036854775807"_s << QString();
        QTest::newRow("nothing") << QString() << QString();
    }
    void expiry()
    {
        QFETCH(const QString, query);
        QFETCH(const QString, until);
        const auto told = keptlinks::expiryOf(QUrl(u"https://files.example/a.png?"_s + query));
        QCOMPARE(told.has_value(), !until.isEmpty());
        QCOMPARE(told ? told->toUTC().toString(Qt::ISODate) : QString(), until);
    }
};

QTEST_GUILESS_MAIN(TestKeptLinks)
#include "test_keptlinks.moc"
