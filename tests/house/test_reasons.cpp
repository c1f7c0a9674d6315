// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wording/table.h"
#include "tests/house/sources.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

/// A message that is looked into or changed as a string. What a reason says by its code and its values is not to be
/// read out of words, which another language has not.
QString searchIn(const SourceFile &source)
{
    static const QRegularExpression search(
        u"(\\b[mM]essage|\\b[sS]entence|\\breason|\\bwhat|sentence\\([^()]*(\\([^()]*\\)[^()]*)?\\))(\\(\\))?(\\.|->)"
        "(contains|indexOf|lastIndexOf|startsWith|endsWith|replace|remove|section|split|mid|match)\\("_s);
    const QRegularExpressionMatch match = search.match(source.code());
    return match.hasMatch() ? source.path + u" has "_s + match.captured() : QString();
}

/// Who may still make sentences below the edge, and why. Nobody else may: it would be shown as it stands, with the
/// names of its place instead of its reader's, and no program could tell it from another.
const QHash<QString, QString> &makersOfSentences()
{
    static const QHash<QString, QString> makers {
        {u"core/wording"_s, u"is the table"_s},
        {u"core/gateway/dialects"_s, u"are an edge: they word what a client sends wrongly"_s},
        {u"core/gateway/http"_s, u"finds what is wrong with a form, which a dialect puts into its own words"_s},
        {u"core/mcp"_s, u"is an edge: it words what assistants and their clients send wrongly"_s},
        {u"core/model"_s, u"its faults of JSON quote a line of a file or a body, which an edge puts into its own"_s},
        {u"core/catalog"_s, u"its faults quote lines of a file, for whoever wrote it"_s},
        {u"core/gateway/services/startpage.cpp"_s, u"a page for people"_s},
        {u"providers/openai/openaiadapter.cpp"_s, u"names and notes in its ProviderInfo"_s},
        {u"providers/sketchbook"_s, u"is frozen, and asks its own reader for other words"_s},
    };
    return makers;
}

/// How a provider says its name and what there is to know of it, which are shown as they stand.
QString withoutNotes(QString code)
{
    static const QRegularExpression note(u"\\binfo\\.(name|note)\\s*=\\s*QCoreApplication::translate\\("_s);
    return code.remove(note);
}

bool makesSentences(const SourceFile &source)
{
    static const QRegularExpression make(
        u"\\b(tr|Q\\w*Application::translate|QT_TRANSLATE_NOOP|QT_TR_NOOP|Q_DECLARE_TR_FUNCTIONS)\\("_s);
    const bool isProvider = source.path.startsWith("providers/"_L1);
    return make.match(isProvider ? withoutNotes(source.code()) : source.code()).hasMatch();
}

/// The entry of the list that the source falls under: its file or a folder above it; empty: it may make none.
QString entryOf(const SourceFile &source)
{
    const QStringList listed = makersOfSentences().keys();
    const auto found = std::find_if(listed.begin(), listed.end(), [&source](const QString &place) {
        return source.path == place || source.path.startsWith(place + u'/');
    });
    return found == listed.end() ? QString() : *found;
}

} // namespace

/// Sentences are made at the edge, and are final there.
class TestReasons : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nobodySearchesInSentences_data()
    {
        QTest::addColumn<QString>("room");
        QTest::newRow("app") << u"app"_s;
        QTest::newRow("ui") << u"ui"_s;
        const QStringList rooms = foldersUnder(u"core"_s);
        for (const QString &room : rooms) {
            if (room != "chat"_L1) { // its messages are those of conversations, in JSON
                QTest::newRow(qPrintable(room)) << QString(u"core/"_s + room);
            }
        }
    }
    void nobodySearchesInSentences()
    {
        QFETCH(QString, room);
        const QList<SourceFile> sources = sourcesUnder(room);
        QVERIFY(!sources.isEmpty());
        for (const SourceFile &source : sources) {
            QVERIFY2(searchIn(source).isEmpty(), qPrintable(searchIn(source)));
        }
    }

    void aSearchIsFound_data()
    {
        QTest::addColumn<QString>("line");
        for (const char *line : {"return message.contains(word);", "error.message.replace(id, name);",
                                 "if (generation.error->message.startsWith(word)) {", "text.what.indexOf(word);",
                                 "wording::sentence(error).contains(error.detail)",
                                 "wording::sentence(result.error(), names).remove(id)", "error.message().mid(3)"}) {
            QTest::newRow(line) << QString::fromLatin1(line);
        }
    }
    void aSearchIsFound()
    {
        QFETCH(QString, line);
        QVERIFY(!searchIn({u"x.cpp"_s, line}).isEmpty());
        QVERIFY(searchIn({u"x.cpp"_s, u"// "_s + line}).isEmpty());
    }

    void onlyNotesOfProvidersAreNone_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("line");
        QTest::addColumn<bool>("makes");
        const QString note = u"profile.info.note =\n    QCoreApplication::translate(\"Provider\", \"Ends soon.\");"_s;
        const QString error = u"error.detail = QCoreApplication::translate(\"Provider\", \"Ends soon.\");"_s;
        QTest::newRow("a note") << u"providers/a/b.cpp"_s << note << false;
        QTest::newRow("elsewhere") << u"core/engine/b.cpp"_s << note << true;
        QTest::newRow("an error") << u"providers/a/b.cpp"_s << error << true;
        QTest::newRow("both") << u"providers/a/b.cpp"_s << QString(note + error) << true;
    }
    void onlyNotesOfProvidersAreNone()
    {
        QFETCH(QString, path);
        QFETCH(QString, line);
        QTEST(makesSentences({path, line}), "makes");
    }

    void nobodyBelowTheEdgeMakesSentences()
    {
        QSet<QString> makers;
        for (const QString &folder : {u"core"_s, u"providers"_s}) {
            const QList<SourceFile> sources = sourcesUnder(folder);
            QVERIFY(!sources.isEmpty());
            for (const SourceFile &source : sources) {
                if (makesSentences(source)) {
                    QVERIFY2(!entryOf(source).isEmpty(), qPrintable(source.path));
                    makers.insert(entryOf(source));
                }
            }
        }
        // Nor does anybody stay in the list who makes none any more.
        const QStringList listed = makersOfSentences().keys();
        QCOMPARE(makers, QSet<QString>(listed.begin(), listed.end()));
    }

    /// A code without a sentence would be told by its name.
    void everyCodeHasASentence()
    {
        static const QRegularExpression declared(u"ReasonCode<[^;{]*>\\s+\\w+\\s*\\{\\s*\"(\\w+)\"\\s*\\}"_s);
        static const QRegularExpression comments(u"//[^\n]*"_s);
        int codes = 0;
        for (const QString &room : {u"core"_s, u"providers"_s}) {
            const QList<SourceFile> sources = sourcesUnder(room);
            for (const SourceFile &source : sources) {
                auto found = declared.globalMatch(QString(source.text).remove(comments));
                while (found.hasNext()) {
                    const QString code = found.next().captured(1);
                    ++codes;
                    QVERIFY2(lightwell::wording::rowOf(code), qPrintable(code));
                }
            }
        }
        QCOMPARE(codes, int(lightwell::wording::allRows().size()));
    }

    /// One that nobody gives is a sentence for translators to translate in vain.
    void everyCodeIsGiven()
    {
        static const QRegularExpression given(u"\\breasons::(\\w+)"_s);
        static const QRegularExpression declared(u"ReasonCode<[^;{]*>\\s+(\\w+)\\s*\\{"_s);
        QSet<QString> used;
        QSet<QString> known;
        for (const QString &room : {u"core"_s, u"providers"_s, u"ui"_s}) {
            const QList<SourceFile> sources = sourcesUnder(room);
            for (const SourceFile &source : sources) {
                auto names = declared.globalMatch(source.code());
                while (names.hasNext()) {
                    known.insert(names.next().captured(1));
                }
                auto uses = given.globalMatch(source.path.startsWith(u"core/wording/"_s) ? QString() : source.code());
                while (uses.hasNext()) {
                    used.insert(uses.next().captured(1));
                }
            }
        }
        QVERIFY(known.size() > 50);
        const QSet<QString> idle = known - used;
        QVERIFY2(idle.isEmpty(), qPrintable(QStringList(idle.values()).join(u' ')));
    }
};

QTEST_GUILESS_MAIN(TestReasons)
#include "test_reasons.moc"
