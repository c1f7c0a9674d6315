// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/secrets/keyring.h"
#include "tests/ui/windowbench.h"
#include "ui/catalog/cardtext.h"
#include "ui/catalog/catalogpage.h"
#include "ui/catalog/catalogrefresh.h"
#include "ui/catalog/tags.h"
#include "ui/compare/comparepage.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

class FakeRefresh : public CatalogRefresh
{
public:
    void refresh() override
    {
        ++asked;
        running = true;
        Q_EMIT changed();
    }
    void end(const QStringList &told)
    {
        running = false;
        trouble = told;
        fetched = QDateTime::currentDateTime();
        Q_EMIT changed();
    }
    [[nodiscard]] bool isRunning() const override { return running; }
    [[nodiscard]] QDateTime fetchedAt() const override { return fetched; }
    [[nodiscard]] QStringList problems() const override { return trouble; }
    int asked = 0;
    bool running = false;
    QDateTime fetched;
    QStringList trouble;
};

} // namespace

/// The Catalog page on the built-in catalog.
class TestCatalogPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void listsTheCatalog();
    void searchesAndSaysWhenNothingFits();
    void filtersByChoice_data();
    void filtersByChoice();
    void filtersByKeys();
    void pricesFollowTheSize();
    void tellsOfAModel();
    void tellsItsOwnTimes();
    void recordsThatCannotBeRead();
    void addsToCompare();
    void saysWhyItCannotCompare();
    void compareThatIsFullStaysAsItIs();
    void leadsToTheKey();
    void retiredModelsLeadOn();
    void worksByKeyboard();
    void sortsByHeader();
    void keepsTheModelBetweenViews();
    void ownModelsAreMarked();
    void ownServersAreMarked();
    void refreshes();
    void cardFetchesNothing();

private:
    void open(WindowBench &bench)
    {
        bench.open();
        bench.window().showPage(u"catalog"_s);
        m_rows = bench.find<QTableView>(u"catalogTable"_s);
        QVERIFY(QTest::qWaitFor([this] { return m_rows->model()->rowCount() > 0; }));
    }
    [[nodiscard]] QStringList names() const
    {
        QStringList names;
        for (int row = 0; row < m_rows->model()->rowCount(); ++row) {
            names.append(m_rows->model()->index(row, 0).data().toString());
        }
        return names;
    }
    static void search(const WindowBench &bench, const QString &words)
    {
        bench.find<QLineEdit>(u"catalogSearch"_s)->setText(words);
    }
    static void choose(const WindowBench &bench, const QString &box, const QVariant &value)
    {
        auto *choices = bench.find<QComboBox>(box);
        const int index = choices->findData(value);
        QVERIFY2(index >= 0, qPrintable(box));
        choices->setCurrentIndex(index);
    }
    [[nodiscard]] static QAbstractButton *button(const WindowBench &bench, const QString &name)
    {
        return bench.find<QAbstractButton>(name);
    }
    QTableView *m_rows = nullptr;
};

void TestCatalogPage::listsTheCatalog()
{
    WindowBench bench;
    open(bench);
    QCOMPARE(m_rows->model()->rowCount(), bench.catalog.models().size());
    QVERIFY(bench.text(u"catalogCount"_s).contains(QString::number(bench.catalog.models().size())));
    QCOMPARE(m_rows->currentIndex().row(), 0);
    QVERIFY(!bench.text(u"catalogModelName"_s).isEmpty());
    QVERIFY(!button(bench, u"catalogRefresh"_s)->isVisible()); // nothing is there that could
}

void TestCatalogPage::searchesAndSaysWhenNothingFits()
{
    WindowBench bench;
    open(bench);
    search(bench, u"flux-2-pro"_s);
    QCOMPARE(names(), QStringList {u"FLUX.2 [pro]"_s});
    QCOMPARE(bench.text(u"catalogModelName"_s), u"FLUX.2 [pro]"_s);
    search(bench, u"no such model"_s);
    QCOMPARE(m_rows->model()->rowCount(), 0);
    auto *clear = button(bench, u"catalogClear"_s);
    QVERIFY(clear->isVisible() && !m_rows->isVisible());
    QTest::mouseClick(clear, Qt::LeftButton);
    QCOMPARE(m_rows->model()->rowCount(), bench.catalog.models().size());
    QCOMPARE(bench.text(u"catalogModelName"_s), u"FLUX.2 [pro]"_s); // what was looked at last
}

void TestCatalogPage::filtersByChoice_data()
{
    QTest::addColumn<QString>("box");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("in");
    QTest::addColumn<QString>("out");
    QTest::newRow("capability") << u"catalogCapability"_s << u"upscale"_s << u"AuraSR"_s << u"FLUX.2 [pro]"_s;
    QTest::newRow("maker") << u"catalogMaker"_s << u"Luma AI"_s << u"Luma Photon"_s << u"FLUX.2 [pro]"_s;
    QTest::newRow("provider") << u"catalogProvider"_s << u"luma"_s << u"Luma Photon"_s << u"FLUX.2 [pro]"_s;
    QTest::newRow("price") << u"catalogPrice"_s << u"0"_s << u"Sketchbook Scene"_s << u"FLUX.2 [pro]"_s;
    QTest::newRow("license") << u"catalogLicense"_s << u"open"_s << u"FLUX.1 [schnell]"_s << u"FLUX.2 [pro]"_s;
    QTest::newRow("status") << u"catalogStatus"_s << u"shutdown"_s << u"DALL-E 3"_s << u"FLUX.2 [pro]"_s;
}

void TestCatalogPage::filtersByChoice()
{
    QFETCH(QString, box);
    QFETCH(QString, value);
    QFETCH(QString, in);
    QFETCH(QString, out);
    WindowBench bench;
    open(bench);
    choose(bench, box, value);
    QVERIFY2(names().contains(in), qPrintable(names().join(u", "_s)));
    QVERIFY(!names().contains(out));
}

void TestCatalogPage::filtersByKeys()
{
    WindowBench bench;
    open(bench);
    bench.find<QCheckBox>(u"catalogWithKeys"_s)->click();
    QTRY_COMPARE(names().size(), 3); // the built-in painters
    bench.keyring().set(u"luma"_s, "luma-key", KeySource::Session, &bench.window(), [](const Status &) {});
    QTRY_COMPARE(names().size(), 7); // with two models of each of its APIs
}

void TestCatalogPage::pricesFollowTheSize()
{
    WindowBench bench;
    open(bench);
    search(bench, u"flux-2-pro"_s);
    const QString before = bench.text(u"offer.fal.price"_s);
    choose(bench, u"catalogSize"_s, QSize(2048, 2048));
    QTRY_VERIFY(bench.text(u"catalogOffersTitle"_s).contains(u"2048"_s));
    QVERIFY(bench.find<QLabel>(u"offer.fal.price"_s));
    QTRY_VERIFY(!bench.window().findChildren<QLabel *>(u"offer.fal.price"_s).isEmpty());
    QTRY_COMPARE(bench.window().findChildren<QLabel *>(u"offer.fal.price"_s).size(), 1);
    QVERIFY(bench.text(u"offer.fal.price"_s) != before);
}

void TestCatalogPage::tellsOfAModel()
{
    WindowBench bench;
    open(bench);
    search(bench, u"flux-2-pro"_s);
    QVERIFY(bench.text(u"catalogModelFacts"_s).contains(u"Black Forest Labs"_s));
    auto *card = bench.find<CardText>(u"catalogCard"_s);
    QVERIFY(card->isVisible() && card->toPlainText().contains(u"hands"_s));
    QVERIFY(!card->toPlainText().contains(u"**"_s));
    QVERIFY(!bench.window().findChildren<Tag *>().isEmpty());
    QTRY_VERIFY(bench.find<QLabel>(u"catalogMade"_s)->isVisible()); // no vendor makes AVIF
    QCOMPARE(bench.text(u"offer.fal.record"_s), u"not measured yet"_s);
}

void TestCatalogPage::tellsItsOwnTimes()
{
    WindowBench bench;
    bench.images.records = QList<OfferRecord> {
        {.provider = u"fal"_s, .providerModel = u"fal-ai/flux-2-pro"_s, .made = 49, .failed = 1, .medianMs = 4200}};
    open(bench);
    search(bench, u"flux-2-pro"_s);
    QTRY_VERIFY(bench.text(u"offer.fal.record"_s).contains(u"98"_s));
    QCOMPARE(m_rows->model()->index(0, CatalogTable::Median).data().toString(), u"4.2 s"_s);
    QCOMPARE(m_rows->model()->index(0, CatalogTable::Success).data().toString(), u"98 %"_s);
}

void TestCatalogPage::recordsThatCannotBeRead()
{
    WindowBench bench;
    bench.images.records = notSent(ErrorKind::Storage, u"The disk is gone."_s);
    open(bench);
    QTRY_VERIFY(bench.find<QWidget>(u"catalogProblem"_s)->isVisible());
    QVERIFY(bench.text(u"catalogProblem.text"_s).contains(u"The disk is gone."_s));
}

void TestCatalogPage::addsToCompare()
{
    WindowBench bench;
    open(bench);
    search(bench, u"flux-2-pro"_s);
    QTest::mouseClick(button(bench, u"catalogCompare"_s), Qt::LeftButton);
    QCOMPARE(bench.window().page(), u"compare"_s);
    QVERIFY(bench.window().compare()->form().models.contains(u"flux-2-pro"_s));
    const qsizetype count = bench.window().compare()->form().models.size();
    bench.window().showPage(u"catalog"_s);
    QTest::mouseClick(button(bench, u"catalogCompare"_s), Qt::LeftButton);
    QCOMPARE(bench.window().compare()->form().models.size(), count); // once
}

void TestCatalogPage::saysWhyItCannotCompare()
{
    WindowBench bench;
    open(bench);
    search(bench, u"aura-sr"_s);
    QVERIFY(!button(bench, u"catalogCompare"_s)->isEnabled());
    QVERIFY(bench.find<QLabel>(u"catalogCompareWhy"_s)->isVisible());
    QTest::keyClick(m_rows, Qt::Key_Return);
    QCOMPARE(bench.window().page(), u"catalog"_s);
}

void TestCatalogPage::compareThatIsFullStaysAsItIs()
{
    WindowBench bench;
    open(bench);
    CompareForm form = bench.window().compare()->form();
    form.models.clear();
    for (const Model &model : bench.catalog.models()) {
        if (form.models.size() < CompareForm::maxModels && model.slug != "flux-2-pro"_L1) {
            form.models.append(model.slug);
        }
    }
    bench.window().compare()->setForm(form);
    search(bench, u"flux-2-pro"_s);
    QTest::mouseClick(button(bench, u"catalogCompare"_s), Qt::LeftButton);
    QCOMPARE(bench.window().compare()->form().models, form.models);
}

void TestCatalogPage::leadsToTheKey()
{
    WindowBench bench;
    open(bench);
    search(bench, u"flux-2-pro"_s);
    QTRY_VERIFY(button(bench, u"offer.fal.key"_s));
    QTest::mouseClick(button(bench, u"offer.fal.key"_s), Qt::LeftButton);
    QCOMPARE(bench.window().page(), u"keys"_s);
}

void TestCatalogPage::retiredModelsLeadOn()
{
    WindowBench bench;
    open(bench);
    choose(bench, u"catalogStatus"_s, u"shutdown"_s);
    search(bench, u"dall-e-3"_s);
    QCOMPARE(names(), QStringList {u"DALL-E 3"_s});
    QVERIFY(bench.text(u"catalogModelState"_s).contains(u"2026-05-12"_s));
    QVERIFY(!button(bench, u"catalogCompare"_s)->isEnabled());
    QTest::mouseClick(button(bench, u"catalogSuccessor"_s), Qt::LeftButton);
    QCOMPARE(bench.text(u"catalogModelName"_s), u"GPT Image 2.6 Sunburst"_s);
}

void TestCatalogPage::worksByKeyboard()
{
    WindowBench bench;
    open(bench);
    QTest::keyClick(&bench.window(), Qt::Key_F, Qt::ControlModifier);
    auto *field = bench.find<QLineEdit>(u"catalogSearch"_s);
    QVERIFY(field->hasFocus());
    QTest::keyClicks(field, u"flux"_s);
    QTest::keyClick(field, Qt::Key_Down);
    QVERIFY(m_rows->hasFocus());
    const QString first = bench.text(u"catalogModelName"_s);
    QTest::keyClick(m_rows, Qt::Key_Down);
    QVERIFY(bench.text(u"catalogModelName"_s) != first);
    QTest::keyClick(m_rows, Qt::Key_Tab);
    QVERIFY(!m_rows->hasFocus()); // Tab leaves it
    m_rows->setFocus();
    QTest::keyClick(m_rows, Qt::Key_Return);
    QCOMPARE(bench.window().page(), u"compare"_s);
    bench.window().showPage(u"catalog"_s);
    field->setFocus();
    QTest::keyClick(field, Qt::Key_Escape);
    QVERIFY(field->text().isEmpty());
}

void TestCatalogPage::sortsByHeader()
{
    WindowBench bench;
    open(bench);
    const QComboBox *order = bench.find<QComboBox>(u"catalogSort"_s);
    auto *page = bench.find<CatalogPage>(u"catalogPage"_s);
    QVERIFY(page);
    choose(bench, u"catalogSort"_s, static_cast<int>(ModelQuery::Sort::Name));
    const QStringList byName = names();
    QVERIFY(std::is_sorted(byName.begin(), byName.end(),
                           [](const QString &a, const QString &b) { return a.toLower() < b.toLower(); }));
    auto *header = bench.find<QWidget>(u"catalogHeader"_s);
    auto *viewport = qobject_cast<QAbstractScrollArea *>(header)->viewport();
    QTest::mouseClick(viewport, Qt::LeftButton, Qt::NoModifier, QPoint(20, 10));
    QStringList reversed = names();
    std::reverse(reversed.begin(), reversed.end());
    QCOMPARE(reversed.first().toLower(), byName.first().toLower());
    QVERIFY(order->currentData().toInt() == static_cast<int>(ModelQuery::Sort::Name));
}

void TestCatalogPage::keepsTheModelBetweenViews()
{
    WindowBench bench;
    open(bench);
    search(bench, u"flux"_s);
    QTest::keyClick(m_rows, Qt::Key_Down);
    const QString chosen = bench.text(u"catalogModelName"_s);
    auto *cards = bench.find<QAbstractItemView>(u"catalogCards"_s);
    const auto segments = bench.find<QWidget>(u"catalogView"_s)->findChildren<QAbstractButton *>();
    segments.last()->click();
    QVERIFY(cards->isVisible() && !m_rows->isVisible());
    QCOMPARE(cards->currentIndex().data().toString(), chosen);
    QTest::keyClick(cards, Qt::Key_Right);
    QVERIFY(bench.text(u"catalogModelName"_s) != chosen);
}

/// Models that nobody else serves, and the offers of such a server beside those of others.
void TestCatalogPage::ownServersAreMarked()
{
    WindowBench bench;
    bench.own.endpoints = {u"sketchbook"_s}; // as if the user had named it
    open(bench);
    search(bench, u"sketchbook-scene"_s);
    QVERIFY(m_rows->model()->rowCount() > 0);
    QCOMPARE(m_rows->model()->index(0, 0).data(CatalogTable::MarkRole).toString(), u"yours"_s);
    m_rows->setCurrentIndex(m_rows->model()->index(0, 0));
    QVERIFY(bench.text(u"offer.sketchbook.provider"_s).contains(u"(yours)"_s));
    const QString tip = m_rows->model()->index(0, 0).data(Qt::ToolTipRole).toString();
    QVERIFY2(tip.contains(u"yours"_s), "where the name leaves no room for it");
    search(bench, u"flux-2-pro"_s);
    m_rows->setCurrentIndex(m_rows->model()->index(0, 0));
    QVERIFY(m_rows->model()->index(0, 0).data(CatalogTable::MarkRole).toString().isEmpty());
    QVERIFY(!bench.text(u"offer.fal.provider"_s).contains(u"yours"_s));
}

void TestCatalogPage::ownModelsAreMarked()
{
    WindowBench bench;
    const QString path = bench.folder.filePath(u"catalog.json"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    bench.own = {path, {u"flux-2-pro"_s}};
    open(bench);
    search(bench, u"flux-2"_s);
    QStringList marked;
    for (int row = 0; row < m_rows->model()->rowCount(); ++row) {
        const QModelIndex index = m_rows->model()->index(row, 0);
        if (index.data(CatalogTable::MarkRole).toString() == u"yours"_s) {
            marked.append(index.data().toString());
        }
    }
    QCOMPARE(marked, QStringList {u"FLUX.2 [pro]"_s});
    QVERIFY(bench.text(u"catalogOwnFile"_s).contains(path));
    QTest::mouseClick(button(bench, u"catalogOpenFile"_s), Qt::LeftButton);
    search(bench, u"flux-2-pro"_s);
    QTest::mouseClick(button(bench, u"catalogOpenOwn"_s), Qt::LeftButton);
    QCOMPARE(bench.dialogs.opened, QStringList(2, QUrl::fromLocalFile(path).toString()));
}

void TestCatalogPage::refreshes()
{
    FakeRefresh refresh;
    WindowBench bench;
    bench.refresh = &refresh;
    open(bench);
    auto *fetch = button(bench, u"catalogRefresh"_s);
    QVERIFY(fetch->isVisible() && fetch->isEnabled());
    QTest::mouseClick(fetch, Qt::LeftButton);
    QCOMPARE(refresh.asked, 1);
    QVERIFY(!fetch->isEnabled());
    // Meanwhile the catalog has become another.
    QVERIFY(!names().contains(u"Brand new"_s));
    const Result<Catalog> news =
        Catalog::fromJson(R"({"models": [{"slug": "brand-new", "name": "Brand new", "maker": "X",
        "family": "x", "status": "active", "offers": [{"provider": "fal", "provider_model": "fal-ai/new",
        "modes": ["text-to-image"], "formats": ["png"], "sizes": {"kind": "uncontrolled"},
        "fields": {"prompt": "prompt"}}]}]})");
    QVERIFY(news.ok());
    bench.catalog.merge(*news);
    refresh.end({u"fal: its list cannot be read."_s});
    QVERIFY(fetch->isEnabled());
    QVERIFY(bench.find<QWidget>(u"catalogProblem"_s)->isVisible());
    QVERIFY(!bench.text(u"catalogAge"_s).isEmpty());
    QTRY_VERIFY(names().contains(u"Brand new"_s));
}

void TestCatalogPage::cardFetchesNothing()
{
    WindowBench bench;
    open(bench);
    auto *card = bench.find<CardText>(u"catalogCard"_s);
    QVERIFY(!card->loadResource(QTextDocument::ImageResource, QUrl(u"file:///etc/passwd"_s)).isValid());
    Q_EMIT card->anchorClicked(QUrl(u"file:///etc/passwd"_s));
    QVERIFY(bench.dialogs.opened.isEmpty());
    Q_EMIT card->anchorClicked(QUrl(u"https://example.org/about"_s));
    QCOMPARE(bench.dialogs.opened, QStringList {u"https://example.org/about"_s});
}

QTEST_MAIN(TestCatalogPage)
#include "test_catalogpage.moc"
