// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/house/sources.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

using namespace lightwell::test;
using namespace Qt::StringLiterals;

/// Keeps the house as it is drawn in CONTRIBUTING.md.
class TestHouse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void includesPointOneWay_data()
    {
        QTest::addColumn<QString>("room");
        QTest::addColumn<QStringList>("mayNotUse");
        QTest::newRow("core") << u"core"_s << QStringList {u"app/"_s, u"ui/"_s, u"providers/"_s, u"tests/"_s};
        QTest::newRow("providers") << u"providers"_s << QStringList {u"app/"_s, u"ui/"_s, u"tests/"_s};
        QTest::newRow("ui") << u"ui"_s << QStringList {u"app/"_s, u"providers/"_s, u"tests/"_s};
        QTest::newRow("app") << u"app"_s << QStringList {u"tests/"_s};
    }
    void includesPointOneWay()
    {
        QFETCH(QString, room);
        QFETCH(QStringList, mayNotUse);
        const QList<SourceFile> sources = sourcesUnder(room);
        QVERIFY(!sources.isEmpty());
        for (const SourceFile &source : sources) {
            const QStringList includes = source.includes();
            for (const QString &include : includes) {
                for (const QString &forbidden : mayNotUse) {
                    QVERIFY2(!include.startsWith(forbidden), qPrintable(source.path + u" includes "_s + include));
                }
            }
        }
    }

    void pureRoomsDoNoInputOrOutput_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::newRow("values") << u"core/model"_s;
        QTest::newRow("planner") << u"core/planning"_s;
        QTest::newRow("dialects") << u"core/gateway/dialects"_s;
        for (const QString &vendor : {u"common"_s, u"openai"_s, u"google"_s, u"fal"_s, u"replicate"_s, u"bfl"_s}) {
            QTest::addRow("adapter %s", qPrintable(vendor)) << u"providers/"_s + vendor;
        }
    }
    void pureRoomsDoNoInputOrOutput()
    {
        QFETCH(QString, folder);
        static const QRegularExpression impure(
            u"\\b(QNetworkAccessManager|QNetworkReply|QNetworkRequest|QTcpSocket|QTcpServer|QSslSocket|QUdpSocket|"
            u"QHttpServer\\w*|"
            "QFile|QSaveFile|QDir|QFileInfo|QTemporary\\w+|QProcess|QSql\\w+|QSettings|QTimer|QThread|QRandomGenerator|"
            "HttpClient|Store|currentDateTime\\w*|currentDate|currentMSecsSinceEpoch|qgetenv|qEnvironment\\w+)\\b"_s);
        const QList<SourceFile> sources = sourcesUnder(folder);
        QVERIFY2(!sources.isEmpty(), qPrintable(folder));
        for (const SourceFile &source : sources) {
            const QRegularExpressionMatch match = impure.match(source.code());
            QVERIFY2(!match.hasMatch(), qPrintable(source.path + u" uses "_s + match.captured()));
        }
    }
    void sketchbookAdapterIsAsPureAsTheOthers()
    {
        const SourceFile adapter {u"providers/sketchbook/adapter.cpp"_s,
                                  readSource(u"providers/sketchbook/adapter.cpp"_s)};
        QVERIFY(!adapter.text.isEmpty());
        QVERIFY(!adapter.code().contains(u"QtConcurrent"_s));
        QVERIFY(!adapter.code().contains(u"Studio"_s));
    }

    void coreAndProvidersKnowNoWidgets()
    {
        const QStringList libraries = QStringLiteral(LIGHTWELL_LINKED).split(u'|');
        QVERIFY(libraries.contains(u"Qt6::Core"_s)); // the list is really the one of the targets
        for (const QString &library : libraries) {
            QVERIFY2(!library.contains(u"Widgets"_s), qPrintable(library));
        }
        QFile program(QStringLiteral(LIGHTWELL_CLI));
        QVERIFY2(program.open(QIODevice::ReadOnly), qPrintable(program.fileName()));
        const QByteArray bytes = program.readAll();
        QVERIFY(bytes.contains("libQt6Core.so"));
        QVERIFY(!bytes.contains("libQt6Widgets.so"));
    }

    void forbiddenConstructsStayOut()
    {
        static const QRegularExpression forbidden(
            u"\\b(VerifyNone|ignoreSslErrors|processEvents|QEventLoop|BlockingQueuedConnection|sender\\(\\)|SIGNAL\\(|SLOT\\()"_s);
        for (const QString &room : {u"app"_s, u"core"_s, u"providers"_s, u"ui"_s}) {
            const QList<SourceFile> sources = sourcesUnder(room);
            for (const SourceFile &source : sources) {
                const QRegularExpressionMatch match = forbidden.match(source.code());
                QVERIFY2(!match.hasMatch(), qPrintable(source.path + u" uses "_s + match.captured()));
            }
        }
    }

    /// QFuture::then() with a context object asserts when that goes first, and a chain made by it breaks cancel()
    /// (Qt 6.4): whenDone() is there for it.
    void futuresAreFollowedSafely()
    {
        static const QRegularExpression unsafe(u"(\\.|->)then\\("_s);
        for (const QString &room : {u"app"_s, u"core"_s, u"providers"_s, u"ui"_s}) {
            const QList<SourceFile> sources = sourcesUnder(room);
            for (const SourceFile &source : sources) {
                QVERIFY2(!unsafe.match(source.code()).hasMatch(), qPrintable(source.path));
            }
        }
    }

    void filesStaySmall()
    {
        for (const QString &room : {u"app"_s, u"core"_s, u"providers"_s, u"ui"_s}) {
            const QList<SourceFile> sources = sourcesUnder(room);
            for (const SourceFile &source : sources) {
                const qsizetype lines = source.text.count(u'\n');
                QVERIFY2(lines <= 600, qPrintable(u"%1 has %2 lines"_s.arg(source.path).arg(lines)));
            }
        }
    }

    void everyFileNamesItsLicence()
    {
        const QStringList files = writtenFiles();
        QVERIFY(files.size() > 100);
        for (const QString &path : files) {
            const QString head = readSource(path).left(400);
            QVERIFY2(head.contains(u"SPDX-License-Identifier: GPL-3.0-or-later"_s), qPrintable(path));
            QVERIFY2(head.contains(u"SPDX-FileCopyrightText:"_s), qPrintable(path));
        }
    }
};

QTEST_GUILESS_MAIN(TestHouse)
#include "test_house.moc"
