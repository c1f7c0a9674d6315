// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/library/library.h"
#include "core/storage/store.h"
#include "tests/library/sampleentries.h"

#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;
using picturemarks::Mark;

/// What is known of all pictures at once, and of one of them in detail.
class TestLibraryIndex : public QObject
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

    void tellsWhatALayoutNeeds()
    {
        const QDateTime noon(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC);
        make({.prompt = u"fox"_s,
              .pictures = {samplePlace(1, {640, 480}), samplePlace(2, {300, 900})},
              .cost = Money::fromMicros(50'000),
              .createdAt = noon});
        QVERIFY(m_library->mark({samplePlace(2).id}, Mark::Starred, true).result().ok());
        QVERIFY(m_library->noteColours({{samplePlace(2).id, qRgb(1, 2, 3)}}).result().ok());
        const Library::Index index = indexOf({});
        QCOMPARE(index.rows.size(), 2);
        QCOMPARE(index.all, 2);
        QCOMPARE(index.behind, 0);
        const LibraryRow &row = index.rows.at(1);
        QCOMPARE(row.address(), samplePlace(2).id);
        QCOMPARE(QSize(row.width, row.height), QSize(300, 900));
        QCOMPARE(row.createdAt, noon.addSecs(1).toMSecsSinceEpoch()); // as make() has it
        QCOMPARE(row.bytes, 1000);
        QCOMPARE(row.cost, Money::fromMicros(25'000)); // its share
        QCOMPARE(row.colour, qRgb(1, 2, 3));
        QVERIFY(row.isStarred && !row.isHidden && !row.hasRelatives);
        QCOMPARE(index.rows.first().colour, QRgb(0));
        QVERIFY(index.rows.first().key > row.key); // as lists show them
        // Also where the other one is left out.
        QCOMPARE(indexOf({.starredOnly = true}).rows.first().cost, Money::fromMicros(25'000));
    }

    void isFiltered_data()
    {
        using Shape = LibraryFilter::Shape;
        QTest::addColumn<LibraryFilter>("filter");
        QTest::addColumn<QList<int>>("expected");
        QTest::newRow("nothing") << LibraryFilter {} << QList<int> {4, 3, 2, 1};
        QTest::newRow("words") << LibraryFilter {.words = u"fo"_s} << QList<int> {3, 1};
        QTest::newRow("cost") << LibraryFilter {.atMost = Money::fromMicros(40'000)} << QList<int> {3, 1};
        QTest::newRow("for free") << LibraryFilter {.atMost = Money::zero()} << QList<int> {3};
        QTest::newRow("wide") << LibraryFilter {.shape = Shape::Wide} << QList<int> {1};
        QTest::newRow("tall") << LibraryFilter {.shape = Shape::Tall} << QList<int> {2};
        QTest::newRow("square") << LibraryFilter {.shape = Shape::Square} << QList<int> {4, 3};
        QTest::newRow("large") << LibraryFilter {.minPixels = 1'000'000} << QList<int> {4};
        QTest::newRow("small") << LibraryFilter {.maxPixels = 100'000} << QList<int> {3};
        QTest::newRow("since a generation") << LibraryFilter {.fromGeneration = 3} << QList<int> {4, 3};
        QTest::newRow("words, too") << LibraryFilter {.words = u"fo"_s, .fromGeneration = 3} << QList<int> {3};
    }
    void isFiltered()
    {
        QFETCH(const LibraryFilter, filter);
        make({.prompt = u"fox"_s, .pictures = {samplePlace(1, {800, 600})}, .cost = Money::fromMicros(40'000)});
        make({.prompt = u"owl"_s, .pictures = {samplePlace(2, {600, 800})}, .cost = Money::fromMicros(41'000)});
        make({.prompt = u"fox"_s, .pictures = {samplePlace(3, {312, 300})}, .cost = Money::zero()});
        make({.prompt = u"cat"_s, .pictures = {samplePlace(4, {1024, 1024})}, .cost = Money::unknown()});
        QTEST(numbers(indexOf(filter).rows), "expected");
        const auto counts = m_library->counts({filter, {}}).result();
        QVERIFY(counts.ok());
        QCOMPARE(counts->size(), 2);
        QFETCH(const QList<int>, expected);
        QCOMPARE(counts->first(), expected.size());
    }

    void isSorted()
    {
        make({.pictures = {samplePlace(1, {100, 100})}, .cost = Money::fromMicros(20)});
        make({.pictures = {samplePlace(2, {300, 300})}, .cost = Money::unknown()});
        make({.pictures = {samplePlace(3, {200, 200})}, .cost = Money::fromMicros(30)});
        const QList<std::pair<LibrarySort, QList<int>>> sorts {{LibrarySort::Newest, {3, 2, 1}},
                                                               {LibrarySort::Oldest, {1, 2, 3}},
                                                               {LibrarySort::Dearest, {3, 1, 2}},
                                                               {LibrarySort::Largest, {2, 3, 1}}};
        for (const auto &[sort, expected] : sorts) {
            QList<LibraryRow> rows = indexOf({}).rows;
            libraryindex::sort(rows, sort);
            QCOMPARE(numbers(rows), expected);
        }
    }

    void monthsAreCounted()
    {
        const auto at = [](int year, int month, int day) {
            return QDateTime(QDate(year, month, day), QTime(0, 30)).toUTC(); // in local time
        };
        make({.pictures = {samplePlace(1)}, .createdAt = at(2025, 12, 31)});
        make({.pictures = {samplePlace(2), samplePlace(3)}, .createdAt = at(2026, 1, 1)});
        make({.pictures = {samplePlace(4)}, .createdAt = at(2026, 1, 31)});
        make({.pictures = {samplePlace(5)}, .createdAt = at(2026, 3, 1)});
        const QList<MonthCount> newestFirst {{2026, 3, 1}, {2026, 1, 3}, {2025, 12, 1}};
        QList<LibraryRow> rows = indexOf({}).rows;
        QCOMPARE(libraryindex::months(rows), newestFirst);
        libraryindex::sort(rows, LibrarySort::Oldest);
        const QList<MonthCount> oldestFirst(newestFirst.crbegin(), newestFirst.crend());
        QCOMPARE(libraryindex::months(rows), oldestFirst);
        QVERIFY(libraryindex::months({}).isEmpty());
    }

    void picturesKnowTheirRelatives()
    {
        make({.prompt = u"a coast"_s, .pictures = {samplePlace(1)}});
        const InputImage input {"as it went in", samplePlace(1).id + u".png"_s};
        make({.prompt = u"with a boat"_s, .pictures = {samplePlace(2), samplePlace(3)}, .inputs = {input}});
        make({.prompt = u"apart"_s,
              .pictures = {samplePlace(4)},
              .inputs = {InputImage {"of another program", u"holiday.png"_s}}});
        const QList<LibraryRow> rows = indexOf({}).rows; // takes in what they were made of
        QCOMPARE(rows.size(), 4);
        QCOMPARE(rows.at(0).hasRelatives, false);
        QVERIFY(rows.at(1).hasRelatives && rows.at(2).hasRelatives && rows.at(3).hasRelatives);
        const LibraryDetails parent = detailsOf(rows.at(3).key);
        QCOMPARE(parent.entry.prompt, u"a coast"_s);
        QVERIFY(parent.parents.isEmpty());
        QCOMPARE(parent.childCount, 2);
        QCOMPARE(parent.children.first().picture.id, samplePlace(2).id);
        const LibraryDetails child = detailsOf(rows.at(2).key);
        QCOMPARE(child.parents.size(), 1);
        QCOMPARE(child.parents.first().picture.id, samplePlace(1).id);
        QCOMPARE(child.parents.first().key, rows.at(3).key);
        QCOMPARE(child.childCount, 0);
        QVERIFY(detailsOf(rows.at(0).key).parents.isEmpty());
    }

    void detailsTellTheRecipe()
    {
        Generation generation =
            sampleGeneration(u"gen_1"_s, {.prompt = u"a coast"_s, .pictures = {samplePlace(1), samplePlace(2)}});
        generation.request.seed = 7;
        generation.request.size.ratio = AspectRatio {16, 9};
        generation.request.images = {InputImage {"bytes", u"holiday.png"_s}};
        generation.estimate = Money::fromMicros(20'000);
        QVERIFY(m_journal->write(generation).result().ok());
        const LibraryDetails details = detailsOf(indexOf({}).rows.first().key);
        QVERIFY(details.request);
        QCOMPARE(details.request->seed, std::optional<qint64>(7));
        QCOMPARE(details.request->size.ratio, std::optional<AspectRatio>(AspectRatio {16, 9}));
        QCOMPARE(details.request->images.size(), 1);
        QVERIFY(details.request->images.first().bytes.isEmpty());
        QCOMPARE(details.estimate, Money::fromMicros(20'000));
        QCOMPARE(details.siblings, 2);
        QCOMPARE(details.endedAt, generation.endedAt);
        QVERIFY(!m_library->details(99).result().value());
    }

    void entriesComeInTheirOrder()
    {
        make({.prompt = u"fox"_s, .pictures = {samplePlace(1)}});
        make({.prompt = u"owl"_s, .pictures = {samplePlace(2)}});
        const QList<LibraryRow> rows = indexOf({}).rows;
        const auto entries = m_library->entries({rows.at(1).key, 12, rows.at(0).key}).result();
        QVERIFY(entries.ok());
        QCOMPARE(entries->size(), 2);
        QCOMPARE(entries->at(0).prompt, u"fox"_s);
        QCOMPARE(entries->at(1).prompt, u"owl"_s);
        QCOMPARE(entries->at(1).key, rows.at(0).key);
    }

    void choicesAreWhatThereIs()
    {
        make({.model = u"flux.2-pro"_s, .provider = u"fal"_s, .project = u"poster"_s, .pictures = {samplePlace(1)}});
        make({.model = u"gpt-image-2"_s, .provider = u"openai"_s, .pictures = {samplePlace(2)}});
        make({.model = u"of-no-picture"_s, .provider = u"luma"_s});
        QVERIFY(m_library->addTag({samplePlace(1).id}, u"coast"_s).result().ok());
        const Result<LibraryChoices> choices = m_library->choices().result();
        QVERIFY(choices.ok());
        QCOMPARE(choices->models, QStringList({u"flux.2-pro"_s, u"gpt-image-2"_s}));
        QCOMPARE(choices->providers, QStringList({u"fal"_s, u"openai"_s}));
        QCOMPARE(choices->projects, QStringList(u"poster"_s));
        QCOMPARE(choices->tags, QList<TagCount>({{u"coast"_s, 1}}));
    }

private:
    void make(const SampleEntry &sample)
    {
        SampleEntry made = sample;
        made.createdAt = sample.createdAt.addSecs(++m_number);
        QVERIFY(m_journal->write(sampleGeneration(u"gen_%1"_s.arg(m_number), made)).result().ok());
    }
    Library::Index indexOf(const LibraryFilter &filter)
    {
        const Result<Library::Index> index = m_library->index(filter).result();
        if (!index) {
            qWarning("%s %s", qPrintable(index.error().why().code), qPrintable(index.error().detail));
        }
        return index ? *index : Library::Index();
    }
    LibraryDetails detailsOf(qint64 key)
    {
        const auto details = m_library->details(key).result();
        if (!details) {
            qWarning("%s %s", qPrintable(details.error().why().code), qPrintable(details.error().detail));
        }
        return details && *details ? **details : LibraryDetails();
    }
    static QList<int> numbers(const QList<LibraryRow> &rows)
    {
        QList<int> found;
        for (const LibraryRow &row : rows) {
            found.append(row.address().toInt(nullptr, 16));
        }
        return found;
    }

    std::unique_ptr<Store> m_store;
    std::unique_ptr<Journal> m_journal;
    std::unique_ptr<Library> m_library;
    int m_number = 0;
};

QTEST_GUILESS_MAIN(TestLibraryIndex)
#include "test_libraryindex.moc"
