// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/house/sources.h"

#include <QFile>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

/// What a room without input and output does not touch: network, files, database, settings, clock, chance.
const QRegularExpression &impure()
{
    static const QRegularExpression words(
        u"\\b(QNetworkAccessManager|QNetworkReply|QNetworkRequest|QTcpSocket|QTcpServer|QSslSocket|QUdpSocket|"
        "QLocalSocket|QLocalServer|QWebSocket\\w*|QHostInfo|QDns\\w+|QHttpServer\\w*|"
        "QFile|QSaveFile|QDir|QDirIterator|QFileInfo|QTemporary\\w+|QStandardPaths|QStorageInfo|QProcess|QSql\\w+|"
        "QSettings|QTimer|QElapsedTimer|QDeadlineTimer|QThread|QRandomGenerator|HttpClient|Store|"
        "std::[io]?fstream|std::filesystem|fopen|std::(random_device|mt19937\\w*)|(system|steady|high_resolution)_"
        "clock|"
        "currentDateTime\\w*|currentDate|currentTime|currentMSecsSinceEpoch|currentSecsSinceEpoch|"
        "getenv|qgetenv|qEnvironment\\w+|QtConcurrent)\\b"_s);
    return words;
}

QString impurityOf(const SourceFile &source)
{
    const QRegularExpressionMatch match = impure().match(source.code());
    return match.hasMatch() ? source.path + u" uses "_s + match.captured() : QString();
}

/// Words of one database's own, comments apart. What else is said in SQL, others understand as well.
QString databaseWordIn(const SourceFile &source)
{
    static const QRegularExpression comments(u"(?<!:)//[^\n]*"_s);
    static const QRegularExpression words(
        u"(?<!#)\\b(PRAGMA|VACUUM|AUTOINCREMENT|ROWID|sqlite_\\w+|fts5|json_(extract|valid|each|tree)|julianday|"
        "BEGIN (IMMEDIATE|EXCLUSIVE)|INSERT OR \\w+|IS NOT \\d|LIMIT -1|QSQLITE\\w*|nativeErrorCode)\\b|"
        "\\b(typeof|instr|unixepoch)\\(\\w*(%|json|column)"_s,
        QRegularExpression::CaseInsensitiveOption);
    QString text = source.text;
    const QRegularExpressionMatch match = words.match(text.remove(comments));
    return match.hasMatch() ? match.captured() : QString();
}

/// Words that make Qt read a picture by its own means.
QString pictureReaderIn(const SourceFile &source)
{
    static const QRegularExpression readers(
        u"\\b(QImageReader|QSvgRenderer|QSvgWidget|QGraphicsSvgItem|QMovie|QPictureIO|fromData|loadFromData)\\b"
        "|\\b(QImage|QPixmap|QBitmap|QIcon)(\\s+\\w+)?\\s*[({]\\s*(u?_s|\\w*([pP]ath|[fF]ile(Name)?|[uU]rl)\\w*)\\s*[)}"
        "]"
        "|(\\.|->)(load|addFile)\\((u?_s|\\w*([pP]ath|[fF]ile(Name)?|[uU]rl)\\w*)\\s*\\)"_s);
    const QRegularExpressionMatch match = readers.match(source.code());
    return match.hasMatch() ? match.captured() : QString();
}

} // namespace

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
                // "../ui/x.h" would lead out of a room without naming another.
                QVERIFY2(!include.contains(u".."_s), qPrintable(source.path + u" includes "_s + include));
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
        QTest::newRow("rules of the network") << u"core/net"_s;
        QTest::newRow("what a vendor is") << u"core/adapter"_s;
        QTest::newRow("explanations") << u"core/explain"_s;
        const QStringList vendors = foldersUnder(u"providers"_s);
        for (const QString &vendor : vendors) {
            if (vendor != "sketchbook"_L1) { // its studio stands for the vendor, see below
                QTest::addRow("adapter %s", qPrintable(vendor)) << u"providers/"_s + vendor;
            }
        }
    }
    void pureRoomsDoNoInputOrOutput()
    {
        QFETCH(QString, folder);
        const QList<SourceFile> sources = sourcesUnder(folder);
        QVERIFY2(!sources.isEmpty(), qPrintable(folder));
        for (const SourceFile &source : sources) {
            QVERIFY2(impurityOf(source).isEmpty(), qPrintable(impurityOf(source)));
        }
    }
    /// Its studio stands for the vendor and may do as it likes; the adapter may not.
    void sketchbookAdapterIsAsPureAsTheOthers_data()
    {
        QTest::addColumn<QString>("path");
        for (const QString &path : {u"adapter.cpp"_s, u"adapter.h"_s, u"houserules.cpp"_s, u"houserules.h"_s}) {
            QTest::newRow(qPrintable(path)) << u"providers/sketchbook/adapter/"_s + path;
        }
    }
    void sketchbookAdapterIsAsPureAsTheOthers()
    {
        QFETCH(QString, path);
        const SourceFile source {path, readSource(path)};
        QVERIFY(!source.text.isEmpty());
        QVERIFY2(impurityOf(source).isEmpty(), qPrintable(impurityOf(source)));
        QVERIFY(!source.code().contains(u"Studio"_s));
    }
    /// The painter can be built, tested and frozen by itself: of the house it knows plain values only.
    void painterKnowsNeitherAdapterNorEngine()
    {
        const QList<SourceFile> sources = sourcesUnder(u"providers/sketchbook"_s);
        int painters = 0;
        for (const SourceFile &source : sources) {
            if (source.path.startsWith(u"providers/sketchbook/adapter/"_s)) {
                continue;
            }
            ++painters;
            const QStringList includes = source.includes();
            for (const QString &include : includes) {
                const bool foreign = include.startsWith(u"providers/"_s)
                    && (!include.startsWith(u"providers/sketchbook/"_s)
                        || include.startsWith(u"providers/sketchbook/adapter/"_s));
                const bool beyondValues = include.startsWith(u"core/"_s) && !include.startsWith(u"core/model/"_s);
                QVERIFY2(!foreign && !beyondValues, qPrintable(source.path + u" includes "_s + include));
            }
        }
        QVERIFY(painters > 50);
        const QStringList libraries = QStringLiteral(LIGHTWELL_PAINTER_LINKED).split(u'|');
        QVERIFY(libraries.contains(u"Qt6::Gui"_s)); // the list is really the one of the target
        for (const QString &library : libraries) {
            QVERIFY2(library != "lightwell_providers"_L1 && library != "lightwell_core"_L1, qPrintable(library));
        }
    }

    void impurityIsFound_data()
    {
        QTest::addColumn<QString>("line");
        for (const char *line :
             {"QFile file(name);", "std::ifstream in(name);", "FILE *f = fopen(name);", "QLocalSocket socket;",
              "QWebSocket socket;", "QHostInfo::lookupHost(name);", "QStandardPaths::writableLocation(place);",
              "std::chrono::steady_clock::now();", "QDateTime::currentDateTimeUtc();", "std::random_device chance;"}) {
            QTest::newRow(line) << QString::fromLatin1(line);
        }
    }
    void impurityIsFound()
    {
        QFETCH(QString, line);
        QVERIFY(!impurityOf({u"x.cpp"_s, line}).isEmpty());
        QVERIFY(impurityOf({u"x.cpp"_s, u"// "_s + line}).isEmpty());
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

    void windowLinksNoProviders()
    {
        const QStringList libraries = QStringLiteral(LIGHTWELL_UI_LINKED).split(u'|');
        QVERIFY(libraries.contains(u"lightwell_core"_s)); // the list is really the one of the target
        for (const QString &library : libraries) {
            QVERIFY2(library != "lightwell_providers"_L1 && library != "lightwell_composition"_L1, qPrintable(library));
        }
    }

    void forbiddenConstructsStayOut()
    {
        static const QRegularExpression forbidden(
            u"\\b(VerifyNone|ignoreSslErrors|processEvents|QEventLoop|lookupHost|BlockingQueuedConnection|sender\\(\\)|SIGNAL\\(|SLOT\\()"_s);
        for (const QString &room : {u"app"_s, u"core"_s, u"providers"_s, u"ui"_s}) {
            const QList<SourceFile> sources = sourcesUnder(room);
            for (const SourceFile &source : sources) {
                QString code = source.code();
                if (source.path == "core/gateway/tls/tlsidentity.cpp"_L1) {
                    code.remove(u"VerifyNone"_s); // a server that asks its clients for no certificate
                }
                const QRegularExpressionMatch match = forbidden.match(code);
                QVERIFY2(!match.hasMatch(), qPrintable(source.path + u" uses "_s + match.captured()));
            }
        }
    }

    /// QFuture::then() with a context object asserts when that goes first, and a chain made by it breaks cancel()
    /// (Qt 6.4): whenDone() is there for it, and the only one who watches a future.
    void futuresAreFollowedSafely()
    {
        static const QRegularExpression unsafe(u"(\\.|->)then\\(|\\bQFutureWatcher\\b"_s);
        QVERIFY(unsafe.match(u"auto *watcher = new QFutureWatcher<int>(this);"_s).hasMatch());
        for (const QString &room : {u"app"_s, u"core"_s, u"providers"_s, u"ui"_s}) {
            const QList<SourceFile> sources = sourcesUnder(room);
            for (const SourceFile &source : sources) {
                if (source.path == "core/async/whendone.h"_L1) {
                    continue;
                }
                QVERIFY2(!unsafe.match(source.code()).hasMatch(), qPrintable(source.path));
            }
        }
    }

    /// JSON that somebody else wrote is counted before a tree is built of it (core/model/boundedjson.h).
    void onlyOneReaderOfJson()
    {
        const QStringList mayReadItself = {
            u"core/model/boundedjson.cpp"_s, // the reader
            u"core/model/jsonplace.cpp"_s, // finds a line in what was read, and builds nothing
            u"core/secrets/vault.cpp"_s, // sealed by ourselves; what it holds is copied as seldom as can be
        };
        static const QRegularExpression unbounded(
            u"QJsonDocument::fromJson\\b|QJson(Object|Array|Value)::fromJson\\b|\\brapidjson::(Document|Reader)\\b"_s);
        for (const QString &room : {u"app"_s, u"core"_s, u"providers"_s, u"ui"_s}) {
            const QList<SourceFile> sources = sourcesUnder(room);
            for (const SourceFile &source : sources) {
                const bool reads = unbounded.match(source.code()).hasMatch();
                QVERIFY2(!reads || mayReadItself.contains(source.path), qPrintable(source.path));
            }
        }
    }

    /// Of two that have one name the linker takes whose functions it likes, and no compiler says so.
    void typesHaveNamesOfTheirOwn()
    {
        static const QRegularExpression line(
            u"^namespace ([\\w:]+) \\{|^(?:class|struct) (\\w+)(?: final)?(?: :[^;]*)?$"_s,
            QRegularExpression::MultilineOption);
        QHash<QString, QString> places;
        for (const QString &room : {u"app"_s, u"core"_s, u"providers"_s, u"ui"_s}) {
            const QList<SourceFile> sources = sourcesUnder(room);
            for (const SourceFile &source : sources) {
                if (!source.path.endsWith(u".h"_s)) {
                    continue;
                }
                QString space;
                const QString code = source.code();
                for (auto found = line.globalMatch(code); found.hasNext();) {
                    const QRegularExpressionMatch match = found.next();
                    if (match.hasCaptured(1)) {
                        space = match.captured(1);
                        continue;
                    }
                    QString &place = places[space + u"::"_s + match.captured(2)];
                    QVERIFY2(place.isEmpty(), qPrintable(match.captured(2) + u": "_s + place + u", "_s + source.path));
                    place = source.path;
                }
            }
        }
        QVERIFY(places.size() > 500);
    }

    /// Another database can stand beside the first.
    void onlyOneRoomKnowsWhichDatabaseItIs()
    {
        int found = 0;
        for (const QString &room : {u"app"_s, u"core"_s, u"providers"_s, u"ui"_s}) {
            const QList<SourceFile> sources = sourcesUnder(room);
            for (const SourceFile &source : sources) {
                const QString word = databaseWordIn(source);
                const bool isItsOwn = source.path.startsWith(u"core/storage/sqlite/"_s);
                found += isItsOwn && !word.isEmpty() ? 1 : 0;
                QVERIFY2(isItsOwn || word.isEmpty(), qPrintable(source.path + u" says "_s + word));
            }
        }
        QVERIFY(found > 0); // it is found where it may be
    }
    void databaseWordsAreFound_data()
    {
        QTest::addColumn<QString>("line");
        for (const char *line :
             {"u\"PRAGMA user_version\"_s", "\"SELECT json_extract(json, '$.a')\"", "\"begin immediate\"",
              "error.nativeErrorCode()", "\"VACUUM INTO ?\"", "\"SELECT rowid FROM a\"", "\"LIMIT -1 OFFSET 3\""}) {
            QTest::newRow(line) << QString::fromLatin1(line);
        }
    }
    void databaseWordsAreFound()
    {
        QFETCH(QString, line);
        QVERIFY(!databaseWordIn({u"x.cpp"_s, line}).isEmpty());
        QCOMPARE(databaseWordIn({u"x.cpp"_s, u"// "_s + line}), QString());
        QCOMPARE(databaseWordIn({u"x.cpp"_s, u"u\"SELECT id FROM generations WHERE a IS NOT NULL\"_s"_s}), QString());
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

    /// Foreign bytes become pixels behind one door (core/media/codec.h), which knows the limits of each format. What
    /// Qt guesses by itself, or opens by name, has none.
    void picturesAreReadBehindOneDoor()
    {
        const QStringList doors {u"core/media/codecs/"_s, u"app/picture/svgdrawing.cpp"_s};
        // Our own resources, compiled in.
        const QStringList ownIcons {u"ui/widgets/icons.cpp"_s, u"ui/sidebar.cpp"_s, u"ui/mainwindow.cpp"_s};
        int readers = 0;
        for (const QString &room : {u"app"_s, u"core"_s, u"providers"_s, u"ui"_s}) {
            const QList<SourceFile> sources = sourcesUnder(room);
            for (const SourceFile &source : sources) {
                const QString reader = pictureReaderIn(source);
                readers += reader.isEmpty() ? 0 : 1;
                const bool isDoor = std::any_of(doors.begin(), doors.end(), [&source](const QString &door) {
                    return source.path.startsWith(door);
                });
                const bool isOwn = ownIcons.contains(source.path) && source.text.contains(u":/lightwell/icons/"_s);
                QVERIFY2(reader.isEmpty() || isDoor || isOwn, qPrintable(source.path + u" uses "_s + reader));
            }
        }
        QVERIFY(readers >= 3); // the doors are found
    }
    void pictureReadersAreFound_data()
    {
        QTest::addColumn<QString>("line");
        for (const char *line :
             {"QImageReader reader(&buffer);", "QSvgRenderer svg(bytes);", "QImage::fromData(bytes);",
              "pixmap.loadFromData(bytes);", "QMovie film;", "QImage image(path);", "QPixmap picture(fileName);",
              "QImage(u\"x.png\"_s)", "QIcon(m_path)", "icon.addFile(path);", "image.load(path);", "QPixmap {url};"}) {
            QTest::newRow(line) << QString::fromLatin1(line);
        }
    }
    void pictureReadersAreFound()
    {
        QFETCH(QString, line);
        QVERIFY(!pictureReaderIn({u"x.cpp"_s, line}).isEmpty());
        for (const char *harmless :
             {"QImage image(size, format);", "QPixmap(pixels);", "QImage(data, width, height, f);",
              "translator.load(QLocale(), u\"x\"_s);", "flag.load();"}) {
            QCOMPARE(pictureReaderIn({u"x.cpp"_s, QString::fromLatin1(harmless)}), QString());
        }
    }

    /// What serve says first has its key.
    void theJournalOfTheSystemGetsNoKey()
    {
        const QStringList unit = readSource(u"packaging/systemd/lightwell.service"_s).split(u'\n');
        QVERIFY(unit.contains(u"StandardOutput=null"_s));
        QVERIFY(unit.contains(u"StandardError=journal"_s)); // unsaid, it would go where the output goes
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
