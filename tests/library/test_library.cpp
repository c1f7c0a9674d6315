// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/journal.h"
#include "core/library/keptrecipe.h"
#include "core/library/library.h"
#include "core/library/libraryreasons.h"
#include "core/storage/query.h"
#include "core/storage/store.h"
#include "core/storage/transaction.h"

#include <QTest>

#include <algorithm>

using namespace lightwell;
using namespace Qt::StringLiterals;
using picturemarks::Mark;

namespace {

const QDateTime noon = QDateTime(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC);

struct Made
{
    QString prompt = {};
    QString model = u"sketchbook-scene"_s;
    QString provider = u"sketchbook"_s;
    int pictures = 1;
    QString revised = {};
    QString project = {};
    Origin::Kind origin = Origin::Kind::Window;
    Money cost = Money::fromMicros(30'000);
};

QString contentOf(int number)
{
    return QString::number(number, 16).rightJustified(64, u'0');
}

/// The number of a picture is what it holds: those of the first generation begin with 100, of the second with 200 …
Generation generationOf(int number, const Made &made)
{
    Generation generation;
    generation.id = u"gen_%1"_s.arg(number);
    generation.request.prompt = made.prompt;
    generation.request.model = made.model;
    generation.origin.kind = made.origin;
    generation.origin.project = made.project;
    generation.status = GenerationStatus::Completed;
    generation.createdAt = noon.addSecs(number);
    generation.endedAt = generation.createdAt.addSecs(5);
    generation.cost = made.cost;
    Plan plan;
    plan.request = generation.request;
    plan.offer.model = made.model;
    plan.offer.provider = made.provider;
    generation.plan = plan;
    for (int i = 0; i < made.pictures; ++i) {
        Picture picture;
        picture.id = contentOf(number * 0x100 + i);
        picture.size = QSize(1024, 768);
        picture.bytes = 1000;
        picture.path = u"/media/%1/%2.png"_s.arg(picture.id.left(2), picture.id);
        picture.revisedPrompt = made.revised;
        generation.pictures.append(picture);
    }
    return generation;
}

} // namespace

/// The pictures as a collection.
class TestLibrary : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_store = Store::open(u":memory:"_s).value();
        m_journal = std::make_unique<Journal>(*m_store);
        m_library = std::make_unique<Library>(*m_store);
        m_number = 0;
    }
    void cleanup()
    {
        m_library.reset();
        m_journal.reset();
        m_store.reset();
    }

    void tellsWhatAPictureIs()
    {
        make({u"a red fox"_s, u"flux.2-pro"_s, u"fal"_s, 3, u"a red fox in snow"_s, u"poster"_s});
        const QList<LibraryEntry> entries = found({});
        QCOMPARE(entries.size(), 3);
        QCOMPARE(entries.first().position, 0);
        const LibraryEntry &entry = entries.last();
        QCOMPARE(entry.position, 2);
        QCOMPARE(entry.generation, u"gen_1"_s);
        QCOMPARE(entry.picture.id, contentOf(0x102));
        QCOMPARE(entry.picture.path, u"/media/00/%1.png"_s.arg(entry.picture.id));
        QCOMPARE(entry.picture.size, QSize(1024, 768));
        QCOMPARE(entry.picture.revisedPrompt, u"a red fox in snow"_s);
        QCOMPARE(entry.prompt, u"a red fox"_s);
        QCOMPARE(entry.model, u"flux.2-pro"_s);
        QCOMPARE(entry.provider, u"fal"_s);
        QCOMPARE(entry.project, u"poster"_s);
        QCOMPARE(entry.origin, Origin::Kind::Window);
        QCOMPARE(entry.createdAt, noon.addSecs(1));
        QCOMPARE(entry.cost, Money::fromMicros(10'000));
        QVERIFY(!entry.isStarred && !entry.isHidden && entry.tags.isEmpty());
    }

    /// For a picture whose file does not say it.
    void theBooksKnowTheRecipe()
    {
        Generation generation = generationOf(++m_number, {u"a red fox"_s, u"flux.2-pro"_s, u"fal"_s, 2});
        generation.request.negativePrompt = u"blur"_s;
        generation.request.tuning.steps = 20;
        generation.request.images = {InputImage {"bytes", u"a.png"_s}};
        generation.plan->request = generation.request;
        generation.pictures[1].seed = 7;
        Attempt attempt;
        attempt.provider = u"fal"_s;
        attempt.providerModel = u"fal-ai/flux-2-pro"_s;
        attempt.status = GenerationStatus::Completed;
        generation.attempts = {attempt};
        QVERIFY(m_journal->write(generation).result().ok());
        const QString id = contentOf(0x101);
        const auto found = m_library->recipe(id).result();
        QVERIFY(found.ok() && *found);
        const Recipe &recipe = **found;
        QCOMPARE(recipe.prompt, u"a red fox"_s);
        QCOMPARE(recipe.negativePrompt, u"blur"_s);
        QCOMPARE(recipe.model, u"flux.2-pro"_s);
        QCOMPARE(recipe.provider, u"fal"_s);
        QCOMPARE(recipe.providerModel, u"fal-ai/flux-2-pro"_s);
        QCOMPARE(recipe.seed, std::optional<qint64>(7));
        QCOMPARE(recipe.tuning.steps, std::optional(20));
        QCOMPARE(recipe.size, QSize(1024, 768));
        QCOMPARE(recipe.cost, Money::fromMicros(15'000));
        QCOMPARE(recipe.createdAt, noon.addSecs(6));
        QVERIFY(recipe.isEdit && recipe.isLabelled);
        QCOMPARE(keptRecipe(*m_library, u"/media/00/%1.png"_s.arg(id)), std::optional(recipe));
        QVERIFY(!keptRecipe(*m_library, u"/home/somebody/holidays.png"_s));
        make({.prompt = u"a fox again"_s}); // the last one counts
        const Status again = m_store
                                 ->run([id](Database &database) -> Status {
                                     const Result<int> changed =
                                         change(database, u"UPDATE pictures SET id = ? WHERE generation = 2"_s,
                                                {QByteArray::fromHex(id.toLatin1())});
                                     return changed ? Status(Success()) : Status(changed.error());
                                 })
                                 .result();
        QVERIFY(again.ok());
        QCOMPARE(keptRecipe(*m_library, id)->prompt, u"a fox again"_s);
        QVERIFY(!keptRecipe(*m_library, id)->isEdit);
    }

    void anUnknownCostStaysUnknown()
    {
        make({.prompt = u"a fox"_s, .cost = Money::unknown()});
        QVERIFY(!found({}).first().cost.isKnown());
    }

    void theNewestComesFirst()
    {
        for (int i = 0; i < 5; ++i) {
            make({u"fox %1"_s.arg(i)});
        }
        QCOMPARE(prompts({}), QStringList({u"fox 4"_s, u"fox 3"_s, u"fox 2"_s, u"fox 1"_s, u"fox 0"_s}));
        QCOMPARE(prompts({.words = u"fox"_s}), prompts({}));
        const auto page = m_library->search({.words = u"fox"_s}, 2, 1).result();
        QVERIFY(page.ok());
        QCOMPARE(page->entries.size(), 2);
        QCOMPARE(page->entries.first().prompt, u"fox 3"_s);
    }

    void isFoundByWords_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("count"); // of the three
        QTest::newRow("none") << QString() << 3;
        QTest::newRow("marks alone") << u"\" * ( -"_s << 3;
        QTest::newRow("a word") << u"lighthouse"_s << 1;
        QTest::newRow("its beginning") << u"light"_s << 1;
        QTest::newRow("one letter") << u"l"_s << 1;
        QTest::newRow("not its end") << u"house"_s << 0;
        QTest::newRow("in any case") << u"LIGHTHOUSE"_s << 1;
        QTest::newRow("without accents") << u"cafe"_s << 1;
        QTest::newRow("all of them") << u"coast dusk"_s << 1;
        QTest::newRow("not all of them") << u"coast fox"_s << 0;
        QTest::newRow("a phrase") << u"\"rocky coast\""_s << 1;
        QTest::newRow("in another order") << u"\"coast rocky\""_s << 0;
        QTest::newRow("the revised prompt") << u"oil painting"_s << 1;
        QTest::newRow("the model") << u"flux.2"_s << 1;
        QTest::newRow("the provider") << u"fal"_s << 1;
        QTest::newRow("one Chinese letter") << u"狸"_s << 1;
        QTest::newRow("two") << u"狐狸"_s << 1;
        QTest::newRow("two that do not stand so") << u"狸狐"_s << 0;
        QTest::newRow("Japanese") << u"ーメ"_s << 1;
        QTest::newRow("Korean") << u"우가"_s << 1;
        QTest::newRow("an emoji") << u"🦊"_s << 1;
        QTest::newRow("an operator") << u"AND"_s << 0;
        QTest::newRow("a column") << u"words:light"_s << 0;
        QTest::newRow("a letter the index may not know") << u"\U0001E900"_s << 0;
        QTest::newRow("the same beside a word") << u"lighthouse \U0001E900"_s << 0;
        QTest::newRow("a sign of a name") << u"light*"_s << 1;
    }
    void isFoundByWords()
    {
        QFETCH(const QString, words);
        make({u"A lighthouse on a rocky coast at dusk, near a café"_s, u"flux.2-pro"_s, u"fal"_s, 1,
              u"An oil painting"_s});
        make({u"一只红狐狸和ラーメン"_s});
        make({u"빨간 여우가 🦊"_s});
        QTEST(static_cast<int>(found({.words = words}).size()), "count");
    }

    void anyTextIsAQuestion()
    {
        make({u"a fox"_s});
        for (int letter = 1; letter < 0x300; ++letter) {
            const QString sign = QChar(letter);
            for (const QString &words : QStringList {sign, u"fox "_s + sign, sign + u"\"fox"_s}) {
                QVERIFY2(m_library->search({.words = words}, 10).result().ok(), qPrintable(words));
            }
        }
    }

    void isFiltered_data()
    {
        QTest::addColumn<LibraryFilter>("filter");
        QTest::addColumn<QStringList>("expected");
        const QString fox = u"fox"_s;
        const QString owl = u"owl"_s;
        const QString cat = u"cat"_s;
        QTest::newRow("nothing") << LibraryFilter {} << QStringList {cat, owl, fox};
        QTest::newRow("model") << LibraryFilter {.model = u"gpt-image-2"_s} << QStringList {owl};
        QTest::newRow("models") << LibraryFilter {.model = u"flux*"_s} << QStringList {cat, fox};
        QTest::newRow("provider") << LibraryFilter {.provider = u"fal"_s} << QStringList {fox};
        QTest::newRow("project") << LibraryFilter {.project = u"poster"_s} << QStringList {cat};
        QTest::newRow("origin") << LibraryFilter {.origin = Origin::Kind::Gateway} << QStringList {owl};
        QTest::newRow("since") << LibraryFilter {.since = noon.addSecs(2)} << QStringList {cat, owl};
        QTest::newRow("until") << LibraryFilter {.until = noon.addSecs(2)} << QStringList {fox};
        QTest::newRow("with words") << LibraryFilter {.words = u"c"_s, .model = u"flux*"_s} << QStringList {cat};
        QTest::newRow("a model of no picture") << LibraryFilter {.model = u"'; DROP TABLE pictures"_s} << QStringList();
    }
    void isFiltered()
    {
        QFETCH(const LibraryFilter, filter);
        make({u"fox"_s, u"flux.2-pro"_s, u"fal"_s});
        make({.prompt = u"owl"_s, .model = u"gpt-image-2"_s, .provider = u"openai"_s, .origin = Origin::Kind::Gateway});
        make({.prompt = u"cat"_s, .model = u"flux.2-dev"_s, .provider = u"replicate"_s, .project = u"poster"_s});
        QTEST(prompts(filter), "expected");
    }

    void picturesAreMarked()
    {
        make({u"fox"_s});
        make({u"owl"_s});
        QCOMPARE(m_library->mark({contentOf(0x100)}, Mark::Starred, true).result().value(),
                 QStringList(contentOf(0x100)));
        QCOMPARE(prompts({.starredOnly = true}), QStringList(u"fox"_s));
        QVERIFY(found({.starredOnly = true}).first().isStarred);
        QVERIFY(m_library->mark({contentOf(0x100)}, Mark::Hidden, true).result().ok());
        QCOMPARE(prompts({}), QStringList(u"owl"_s));
        QCOMPARE(prompts({.hidden = LibraryFilter::Hidden::Only}), QStringList(u"fox"_s));
        QCOMPARE(prompts({.hidden = LibraryFilter::Hidden::Too}), QStringList({u"owl"_s, u"fox"_s}));
        QVERIFY(m_library->mark({contentOf(0x100)}, Mark::Hidden, false).result().ok());
        QVERIFY(m_library->mark({contentOf(0x100)}, Mark::Starred, false).result().ok());
        QCOMPARE(prompts({}), QStringList({u"owl"_s, u"fox"_s}));
        QVERIFY(prompts({.starredOnly = true}).isEmpty());
    }

    void marksAreReadByPicture()
    {
        make({u"fox"_s});
        make({u"owl"_s});
        QVERIFY(m_library->mark({contentOf(0x100)}, Mark::Starred, true).result().ok());
        QVERIFY(m_library->mark({contentOf(0x200)}, Mark::Hidden, true).result().ok());
        QVERIFY(m_library->mark({contentOf(0x200)}, Mark::Starred, true).result().ok());
        QVERIFY(m_library->mark({contentOf(0x200)}, Mark::Starred, false).result().ok());
        const auto marks = m_library->marks({contentOf(0x100), contentOf(0x200), contentOf(0x300)}).result();
        QVERIFY(marks.ok());
        QCOMPARE(marks->value(contentOf(0x100)), (PictureMark {.isStarred = true, .isHidden = false}));
        QCOMPARE(marks->value(contentOf(0x200)), (PictureMark {.isStarred = false, .isHidden = true}));
        QCOMPARE(marks->value(contentOf(0x300)), PictureMark());
    }

    void picturesAreTagged()
    {
        make({u"fox"_s});
        make({u"owl"_s});
        QVERIFY(m_library->addTag({contentOf(0x100), contentOf(0x200)}, u"Forest 森"_s).result().ok());
        QVERIFY(m_library->addTag({contentOf(0x100)}, u"forest 森"_s).result().ok()); // the same
        QVERIFY(m_library->addTag({contentOf(0x100)}, u"best"_s).result().ok());
        QCOMPARE(found({.words = u"best"_s}).first().tags, QStringList({u"best"_s, u"Forest 森"_s}));
        QCOMPARE(prompts({.words = u"森"_s}), QStringList({u"owl"_s, u"fox"_s}));
        QCOMPARE(prompts({.tag = u"FOREST 森"_s}), QStringList({u"owl"_s, u"fox"_s}));
        const QList<TagCount> tags {{u"best"_s, 1}, {u"Forest 森"_s, 2}};
        QCOMPARE(m_library->tags().result().value(), tags);
        QVERIFY(m_library->removeTag({contentOf(0x200)}, u"forest 森"_s).result().ok());
        QCOMPARE(prompts({.words = u"forest"_s}), QStringList(u"fox"_s));
        QCOMPARE(prompts({.tag = u"forest 森"_s}), QStringList(u"fox"_s));
    }

    void whatIsNoTagIsRefused_data()
    {
        QTest::addColumn<QString>("tag");
        QTest::newRow("nothing") << QString();
        QTest::newRow("a blank") << u" "_s;
        QTest::newRow("two lines") << u"a\nb"_s;
        QTest::newRow("too long") << QString(65, u'a');
        QTest::newRow("a mark of direction") << u"a\u202Eb"_s;
        QTest::newRow("half a letter") << QString(QChar(0xD800));
    }
    void whatIsNoTagIsRefused()
    {
        QFETCH(const QString, tag);
        make({u"fox"_s});
        const Result<QStringList> added = m_library->addTag({contentOf(0x100)}, tag).result();
        QVERIFY(!added.ok());
        QCOMPARE(added.error().why().code, QLatin1StringView(reasons::noTag.code));
        QVERIFY(m_library->tags().result()->isEmpty());
    }

    void namesArePartsOfIds_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("code"); // empty: it is the first picture
        QTest::newRow("all of it") << contentOf(0x100) << QString();
        QTest::newRow("in capitals, with blanks") << u" %1 "_s.arg(contentOf(0x100).toUpper()) << QString();
        QTest::newRow("an even part of one") << contentOf(0xa00).left(62) << QString();
        QTest::newRow("an odd part of one") << contentOf(0xa00).left(63) << QString();
        QTest::newRow("an even part of two") << contentOf(0x100).left(62) << u"several_such_pictures"_s;
        QTest::newRow("an odd part of all") << contentOf(0x100).left(61) << u"several_such_pictures"_s;
        QTest::newRow("too little") << u"00000"_s << u"no_such_picture"_s;
        QTest::newRow("another") << u"abcdef"_s << u"no_such_picture"_s;
        QTest::newRow("no digits") << u"the fox"_s << u"no_such_picture"_s;
        QTest::newRow("nothing") << QString() << u"no_such_picture"_s;
        QTest::newRow("too much") << contentOf(0x100) + u"0"_s << u"no_such_picture"_s;
    }
    void namesArePartsOfIds()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, code);
        make({.prompt = u"fox"_s, .pictures = 2}); // …100 and …101
        QVERIFY(m_journal->write(generationOf(10, {u"owl"_s})).result().ok()); // …a00
        const Result<QStringList> marked = m_library->mark({name}, Mark::Starred, true).result();
        if (!code.isEmpty()) {
            QCOMPARE(marked.error().why().code, code);
            QVERIFY(prompts({.starredOnly = true}).isEmpty());
            return;
        }
        QVERIFY2(marked.ok(), marked ? "" : qPrintable(marked.error().why().code));
        QVERIFY(marked->first().startsWith(name.trimmed().toLower()));
        QCOMPARE(found({.starredOnly = true}).first().picture.id, marked->first());
    }

    void allAreMarkedOrNone()
    {
        make({u"fox"_s});
        QVERIFY(!m_library->mark({contentOf(0x100), u"abcdef"_s}, Mark::Starred, true).result().ok());
        QVERIFY(prompts({.starredOnly = true}).isEmpty());
    }

    /// A picture that comes once more has what was said of it.
    void marksHoldForTheContent()
    {
        make({u"fox"_s});
        QVERIFY(m_library->addTag({contentOf(0x100)}, u"best"_s).result().ok());
        QVERIFY(m_library->mark({contentOf(0x100)}, Mark::Starred, true).result().ok());
        Generation again = generationOf(9, {u"the same"_s});
        again.pictures.first().id = contentOf(0x100);
        QVERIFY(m_journal->write(again).result().ok());
        QCOMPARE(prompts({.words = u"best"_s}), QStringList({u"the same"_s, u"fox"_s}));
        QCOMPARE(prompts({.starredOnly = true}), QStringList({u"the same"_s, u"fox"_s}));
    }

    void aChangedGenerationIsFoundByItsNewWords()
    {
        make({u"fox"_s});
        QCOMPARE(prompts({.words = u"fox"_s}), QStringList(u"fox"_s));
        Generation changed = generationOf(1, {u"fox"_s});
        changed.pictures.first().revisedPrompt = u"with a hat"_s;
        QVERIFY(m_journal->write(changed).result().ok());
        QCOMPARE(found({.words = u"hat"_s}).size(), 1);
    }

    void whatIsForgottenIsNotFound()
    {
        make({u"fox"_s});
        QCOMPARE(found({.words = u"fox"_s}).size(), 1);
        QVERIFY(m_store
                    ->write([](Database &database) {
                        return inTransaction(database,
                                             [&database] { return change(database, u"DELETE FROM generations"_s); });
                    })
                    .result()
                    .ok());
        QVERIFY(found({.words = u"fox"_s}).isEmpty());
        QVERIFY(found({}).isEmpty());
    }

    /// Paid calls wait for the same thread, so words are taken in some at a time, the newest first.
    void manyAreTakenInStepByStep()
    {
        const Status filled =
            m_store
                ->run([](Database &database) {
                    return inTransaction(database, [&database]() -> Status {
                        for (int i = 1; i <= 2'500; ++i) {
                            const Result<int> generation =
                                change(database,
                                       u"INSERT INTO generations (id, owner, status, model, provider, origin, client, "
                                       u"created_at, "
                                       "request) VALUES (?, '', 'completed', 'm', 'p', 'cli', '', ?, ?)"_s,
                                       {u"g%1"_s.arg(i), i, u"{\"prompt\":\"fox number%1\"}"_s.arg(i)});
                            const Result<int> picture = change(
                                database,
                                u"INSERT INTO pictures (generation, position, id, format, width, height, bytes) VALUES "
                                "(last_insert_rowid(), 0, ?, 'png', 1, 1, 1)"_s,
                                {QByteArray::number(i).rightJustified(32, '0')});
                            if (!generation || !picture) {
                                return picture ? generation.error() : picture.error();
                            }
                        }
                        return Success();
                    });
                })
                .result();
        QVERIFY(filled.ok());
        QList<qint64> behind;
        do {
            const auto page = m_library->search({.words = u"fox"_s}, 3).result();
            QVERIFY(page.ok());
            QCOMPARE(page->entries.first().prompt, u"fox number2500"_s);
            behind.append(page->behind);
        } while (behind.last() > 0 && behind.size() < 100);
        QVERIFY(behind.size() >= 3); // not all at once
        QVERIFY(std::is_sorted(behind.crbegin(), behind.crend()));
        QCOMPARE(behind.last(), 0);
        QCOMPARE(prompts({.words = u"number1"_s}).size(), 1'000 + 100 + 10 + 1);
    }

private:
    void make(const Made &made) { QVERIFY(m_journal->write(generationOf(++m_number, made)).result().ok()); }
    QList<LibraryEntry> found(const LibraryFilter &filter)
    {
        const Result<Library::Page> page = m_library->search(filter, 10'000).result();
        if (!page) {
            qWarning("%s", qPrintable(page.error().why().code));
        }
        return page ? page->entries : QList<LibraryEntry>();
    }
    QStringList prompts(const LibraryFilter &filter)
    {
        QStringList texts;
        const QList<LibraryEntry> entries = found(filter);
        for (const LibraryEntry &entry : entries) {
            texts.append(entry.prompt);
        }
        return texts;
    }

    std::unique_ptr<Store> m_store;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<Library> m_library;
    int m_number = 0;
};

QTEST_GUILESS_MAIN(TestLibrary)
#include "test_library.moc"
