// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/animation.h"
#include "core/media/codec.h"
#include "core/media/metadata/jpegmarkers.h"
#include "tests/ui/galleryhome.h"
#include "tests/ui/samplepicture.h"
#include "tests/ui/windowbench.h"
#include "ui/compare/comparepage.h"
#include "ui/export/exportitems.h"
#include "ui/export/exportpage.h"
#include "ui/export/exporttexts.h"
#include "ui/export/splitview.h"
#include "ui/shortcuts/keymap.h"
#include "ui/texts.h"
#include "ui/widgets/hintline.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QSlider>
#include <QSpinBox>
#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience =
    30'000; ///< milliseconds: pictures are encoded several times, on computers that have more to do

} // namespace

/// The page on which pictures are exported, by mouse and keyboard.
class TestExportPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void opensFromAPicturesMenu();
    void fieldsFollowTheFormat_data();
    void fieldsFollowTheFormat();
    void missingFormatsSayWhy();
    void tellsBytesAndLooks();
    void oldBytesSaySo();
    void lineFollowsKeysAndMouse();
    void theMapLeadsThroughThePicture();
    void tellsHowLongEachTakes();
    void stepsThroughThePictures();
    void keysAreShownAsThePersonHasThem();
    void exportsWhatTheFieldsSay();
    void asSmallAsAsked();
    void metadataStaysOutWhereItIsToStay();
    void namesHaveFieldsAndAnExample();
    void picturesThatSayNothingAreLookedUp();
    void wrongNamesStartNothing();
    void folderIsChosen();
    void presetsAreKept();
    void whatIsThereIsAskedAboutOnce_data();
    void whatIsThereIsAskedAboutOnce();
    void failuresAreToldAndRetried();
    void escapeCancelsAndWhatIsWrittenStays();
    void goesOnWhenThePageIsLeft();
    void whatWasSkippedIsToldWhenThePageIsLeft();
    void settingsAreKept();
    void tabReachesEverything();
    void severalBecomeOneAnimation();
    void severalBecomeOneContactSheet();
    void closingAsksFirst();

private:
    static Recipe recipe(int number)
    {
        Recipe recipe;
        recipe.prompt = u"a red fox"_s;
        recipe.model = u"flux-2-pro"_s;
        recipe.provider = u"fal"_s;
        recipe.seed = number;
        recipe.createdAt = QDateTime(QDate(2026, 11, 20), QTime(12, 0), Qt::UTC);
        return recipe;
    }
    static QString picture(const WindowBench &bench, int number, QSize size = QSize(300, 200))
    {
        EncodeOptions options;
        options.recipe = recipe(number);
        const QString path = bench.folder.filePath(u"picture%1.png"_s.arg(number));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly)
            || file.write(encodeImage(samplePicture(size, number), options).value()) < 0) {
            qWarning("the picture cannot be written");
        }
        return path;
    }
    static QStringList pictures(const WindowBench &bench, int count, QSize size = QSize(300, 200))
    {
        QStringList files;
        for (int number = 1; number <= count; ++number) {
            files.append(picture(bench, number, size));
        }
        return files;
    }
    static QString out(const WindowBench &bench) { return bench.folder.filePath(u"out"_s); }
    static void open(WindowBench &bench, const QStringList &files)
    {
        bench.settings().set(Setting::ExportFolder, out(bench));
        bench.open();
        bench.window().exportPictures(files);
        QVERIFY(bench.find<QWidget>(u"exportPage"_s)->isVisible());
    }
    static void click(const WindowBench &bench, const QString &name)
    {
        auto *button = bench.find<QAbstractButton>(name);
        QVERIFY2(button && button->isVisible() && button->isEnabled(), qPrintable(name));
        QTest::mouseClick(button, Qt::LeftButton);
    }
    static void choose(const WindowBench &bench, const QString &name, int index)
    {
        auto *box = bench.find<QComboBox>(name);
        QVERIFY2(box && box->isVisible(), qPrintable(name));
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Home);
        for (int step = 0; step < index; ++step) {
            QTest::keyClick(box, Qt::Key_Down);
        }
        QCOMPARE(box->currentIndex(), index);
    }
    static void type(const WindowBench &bench, const QString &name, const QString &text)
    {
        auto *field = bench.find<QWidget>(name);
        QVERIFY2(field && field->isVisible(), qPrintable(name));
        field->setFocus();
        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(field, text);
    }
    static void start(const WindowBench &bench)
    {
        QTest::keyClick(bench.find<QWidget>(u"exportView"_s), Qt::Key_Return, Qt::ControlModifier);
    }
    [[nodiscard]] static bool hasEnded(const WindowBench &bench)
    {
        return bench.find<QWidget>(u"exportShowFolder"_s)->isVisible();
    }
    [[nodiscard]] static bool isMeasured(const WindowBench &bench)
    {
        const QString text = bench.text(u"exportOtherBytes"_s);
        return !text.isEmpty() && !text.contains(u'≈') && !text.contains(u'…');
    }
    static QStringList written(const WindowBench &bench) { return QDir(out(bench)).entryList(QDir::Files, QDir::Name); }
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

void TestExportPage::opensFromAPicturesMenu()
{
    WindowBench bench;
    bench.open();
    bench.generate();
    bench.images.completeAll();
    auto *picture = bench.find<QWidget>(u"cell.1.0.picture"_s);
    QTRY_VERIFY(picture && picture->isVisible());
    picture->setFocus();
    const auto trigger = [&bench, picture](const QString &name) {
        QContextMenuEvent wish(QContextMenuEvent::Keyboard, picture->rect().center(),
                               picture->mapToGlobal(picture->rect().center()));
        QApplication::sendEvent(picture, &wish);
        auto *menu = bench.find<QMenu>(u"cellMenu"_s);
        QVERIFY(menu && menu->isVisible());
        auto *action = menu->findChild<QAction *>(name);
        QVERIFY(action);
        menu->setActiveAction(action);
        QTest::keyClick(menu, Qt::Key_Return);
        QTRY_VERIFY(!bench.find<QMenu>(u"cellMenu"_s));
        bench.window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&bench.window()));
    };
    trigger(u"cellMenu.export"_s);
    QCOMPARE(bench.window().page(), u"export"_s);
    QVERIFY(bench.find<QAbstractButton>(u"place.compare"_s)->isChecked());
    QVERIFY(!bench.find<QWidget>(u"exportStrip"_s)->isVisible()); // one alone
    QTest::keyClick(bench.find<QWidget>(u"exportView"_s), Qt::Key_Escape);
    QCOMPARE(bench.window().page(), u"compare"_s);
    trigger(u"cellMenu.exportAll"_s);
    QCOMPARE(bench.window().page(), u"export"_s);
    QCOMPARE(bench.find<QListView>(u"exportStrip"_s)->model()->rowCount(), 3);
    click(bench, u"exportBack"_s);
    QCOMPARE(bench.window().page(), u"compare"_s);
}

void TestExportPage::fieldsFollowTheFormat_data()
{
    QTest::addColumn<QString>("format");
    QTest::addColumn<QStringList>("shown");
    const QString quality = u"exportPageQuality"_s;
    QTest::newRow("png") << u"png"_s << QStringList {u"exportEffort"_s};
    QTest::newRow("jpeg") << u"jpeg"_s
                          << QStringList {quality, u"exportBy"_s, u"exportChroma"_s, u"exportProgressive"_s,
                                          u"exportGround"_s};
    QTest::newRow("webp") << u"webp"_s << QStringList {quality, u"exportBy"_s, u"exportEffort"_s};
    QTest::newRow("avif") << u"avif"_s << QStringList {quality, u"exportBy"_s, u"exportEffort"_s, u"exportChroma"_s};
    QTest::newRow("gif") << u"gif"_s << QStringList {u"exportColors"_s, u"exportDither"_s};
    QTest::newRow("jxl") << u"jxl"_s << QStringList {quality, u"exportBy"_s, u"exportEffort"_s};
}

void TestExportPage::fieldsFollowTheFormat()
{
    QFETCH(const QString, format);
    QFETCH(const QStringList, shown);
    WindowBench bench;
    open(bench, pictures(bench, 1));
    click(bench, u"exportFormat."_s + format);
    for (const QString &name : {u"exportPageQuality"_s, u"exportBy"_s, u"exportEffort"_s, u"exportChroma"_s,
                                u"exportColors"_s, u"exportDither"_s, u"exportProgressive"_s, u"exportGround"_s}) {
        QCOMPARE(std::pair(name, bench.find<QWidget>(name)->isVisible()), std::pair(name, shown.contains(name)));
    }
    QCOMPARE(bench.find<QWidget>(u"exportLost"_s)->isVisible(), format != "png"_L1);
    if (QStringList {u"webp"_s, u"avif"_s, u"jxl"_s}.contains(format)) {
        choose(bench, u"exportBy"_s, 3); // lossless
        QVERIFY(!bench.find<QWidget>(u"exportPageQuality"_s)->isVisible());
        QVERIFY(!bench.find<QWidget>(u"exportChroma"_s)->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(isMeasured(bench), patience);
        click(bench, u"exportFormat.jpeg"_s); // which has none
        QCOMPARE(bench.find<QComboBox>(u"exportBy"_s)->currentIndex(), 0);
    }
}

void TestExportPage::missingFormatsSayWhy()
{
    WindowBench bench;
    open(bench, pictures(bench, 1));
    for (const ImageFormat format : {ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::Webp, ImageFormat::Avif,
                                     ImageFormat::Gif, ImageFormat::Jxl, ImageFormat::Tiff, ImageFormat::Heif}) {
        const auto *pill = bench.find<QAbstractButton>(u"exportFormat."_s + formatName(format));
        QVERIFY(pill && pill->isVisible());
        const QString reason = exporttexts::whyNot(format);
        QCOMPARE(pill->isEnabled(), reason.isEmpty());
        QCOMPARE(pill->accessibleDescription(), reason);
        QVERIFY(bench.text(u"exportMissing"_s).contains(reason));
    }
}

void TestExportPage::tellsBytesAndLooks()
{
    WindowBench bench;
    open(bench, pictures(bench, 1, QSize(500, 400)));
    QTRY_VERIFY_WITH_TIMEOUT(isMeasured(bench), patience);
    QVERIFY(!bench.text(u"exportRemark"_s).isEmpty());
    QVERIFY(!bench.text(u"exportFigure"_s).isEmpty());
    start(bench);
    QTRY_VERIFY_WITH_TIMEOUT(hasEnded(bench), patience);
    QCOMPARE(written(bench).size(), 1);
    const qint64 bytes = QFileInfo(out(bench) + u'/' + written(bench).first()).size();
    QVERIFY2(bench.text(u"exportOtherBytes"_s).startsWith(exporttexts::allBytes(bytes)),
             "what was told is what was written");
}

void TestExportPage::oldBytesSaySo()
{
    WindowBench bench;
    open(bench, pictures(bench, 1));
    QTRY_VERIFY_WITH_TIMEOUT(isMeasured(bench), patience);
    const QString before = bench.text(u"exportOtherBytes"_s);
    QTest::keyClick(bench.find<QSlider>(u"exportPageQualitySlider"_s), Qt::Key_Home);
    QVERIFY(bench.text(u"exportOtherBytes"_s).contains(u'…'));
    QTRY_VERIFY_WITH_TIMEOUT(isMeasured(bench), patience);
    QVERIFY(bench.text(u"exportOtherBytes"_s) != before);
    QVERIFY(bench.text(u"exportOther"_s).contains(u" 0"_s));
}

void TestExportPage::lineFollowsKeysAndMouse()
{
    WindowBench bench;
    open(bench, pictures(bench, 1, QSize(1600, 1200)));
    auto *view = bench.find<SplitView>(u"exportView"_s);
    QTRY_VERIFY(!view->seen().isEmpty());
    QCOMPARE(view->split(), 0.5);
    QTest::keyClick(view, Qt::Key_Right);
    QCOMPARE(qRound(view->split() * 100), 51);
    QTest::keyClick(view, Qt::Key_Left, Qt::ShiftModifier);
    QCOMPARE(qRound(view->split() * 100), 41);
    QTest::keyClick(view, Qt::Key_Home);
    QCOMPARE(view->split(), 0.0);
    QTest::keyClick(view, Qt::Key_End);
    QCOMPARE(view->split(), 1.0);
    view->setSplit(0.5);
    const QPoint grip(view->width() / 2, 20);
    QTest::mousePress(view, Qt::LeftButton, {}, grip);
    QTest::mouseMove(view, QPoint(view->width() / 4, 30));
    QTest::mouseRelease(view, Qt::LeftButton, {}, QPoint(view->width() / 4, 30));
    QCOMPARE(qRound(view->split() * 100), 25);
    // Elsewhere the picture is pushed.
    const QRect seen = view->seen();
    QTest::mousePress(view, Qt::LeftButton, {}, QPoint(view->width() - 40, 60));
    QTest::mouseMove(view, QPoint(view->width() - 90, 40));
    QTest::mouseRelease(view, Qt::LeftButton, {}, QPoint(view->width() - 90, 40));
    QCOMPARE(view->seen().topLeft(), seen.topLeft() + QPoint(50, 20));
    QTest::keyClick(view, Qt::Key_Left, Qt::ControlModifier);
    QVERIFY(view->seen().left() < seen.left() + 50);
    QTest::keyClick(view, Qt::Key_0);
    QCOMPARE(view->zoom(), SplitView::Zoom::Fit);
    QCOMPARE(view->seen(), QRect(0, 0, 1600, 1200));
    QVERIFY(bench.find<QAbstractButton>(u"exportZoom.fit"_s)->isChecked());
    click(bench, u"exportZoom.double"_s);
    QCOMPARE(view->zoom(), SplitView::Zoom::Double);
    QTest::keyClick(view, Qt::Key_1);
    QCOMPARE(view->zoom(), SplitView::Zoom::Full);
}

void TestExportPage::theMapLeadsThroughThePicture()
{
    WindowBench bench;
    open(bench, pictures(bench, 1, QSize(1600, 1200)));
    auto *view = bench.find<SplitView>(u"exportView"_s);
    QTRY_VERIFY(!view->map().isEmpty());
    const QImage before = view->grab().toImage();
    QVERIFY(QRectF(view->rect()).contains(view->map()));
    QTest::mouseClick(view, Qt::LeftButton, {}, view->map().bottomRight().toPoint() - QPoint(2, 2));
    QCOMPARE(view->seen().bottomRight(), QPoint(1599, 1199));
    QVERIFY(view->grab().toImage() != before);
    QTest::mousePress(view, Qt::LeftButton, {}, view->map().center().toPoint());
    QTest::mouseMove(view, view->map().topLeft().toPoint() - QPoint(40, 40)); // held, it follows beyond its edge
    QTest::mouseRelease(view, Qt::LeftButton, {}, view->map().topLeft().toPoint() - QPoint(40, 40));
    QCOMPARE(view->seen().topLeft(), QPoint(0, 0));
    QCOMPARE(view->split(), 0.5); // the line stays where it was
    QTest::keyClick(view, Qt::Key_0);
    QVERIFY2(view->map().isEmpty(), "all of it is in sight");
}

/// Also where a part of the picture is encoded for the preview.
void TestExportPage::tellsHowLongEachTakes()
{
    WindowBench bench;
    open(bench, pictures(bench, 1, QSize(2400, 1800)));
    QTRY_VERIFY_WITH_TIMEOUT(isMeasured(bench), patience);
    QVERIFY(bench.find<SplitView>(u"exportView"_s)->seen().width() < 1600);
    QVERIFY2(bench.text(u"exportTook"_s).startsWith(u'≈'), qPrintable(bench.text(u"exportTook"_s)));
}

void TestExportPage::stepsThroughThePictures()
{
    WindowBench bench;
    const QStringList files = pictures(bench, 3);
    open(bench, files);
    auto *strip = bench.find<QListView>(u"exportStrip"_s);
    auto *view = bench.find<QWidget>(u"exportView"_s);
    QCOMPARE(strip->currentIndex().row(), 0);
    QTest::keyClick(view, Qt::Key_PageDown);
    QCOMPARE(strip->currentIndex().row(), 1);
    strip->setFocus();
    QTest::keyClick(strip, Qt::Key_Right);
    QCOMPARE(strip->currentIndex().row(), 2);
    QTRY_VERIFY_WITH_TIMEOUT(isMeasured(bench), patience);
    QTest::mouseClick(strip->viewport(), Qt::LeftButton, {}, strip->visualRect(strip->model()->index(0, 0)).center());
    QCOMPARE(strip->currentIndex().row(), 0);
    QTRY_VERIFY_WITH_TIMEOUT(isMeasured(bench), patience);
    // What was encoded once is known, the others are reckoned.
    QVERIFY(strip->model()->index(2, 0).data(ExportItems::IsMeasuredRole).toBool());
    QVERIFY(!strip->model()->index(1, 0).data(ExportItems::IsMeasuredRole).toBool());
    QVERIFY(strip->model()->index(1, 0).data(ExportItems::BytesRole).toLongLong() > 0);
    QVERIFY(bench.text(u"exportSum"_s).startsWith(u'≈'));
    QTRY_VERIFY(!strip->model()->index(1, 0).data(Qt::DecorationRole).isNull());
}

void TestExportPage::keysAreShownAsThePersonHasThem()
{
    WindowBench bench;
    Keymap(bench.settings()).set(KeyAction::ShowPixels, QKeySequence(Qt::Key_F7));
    open(bench, pictures(bench, 2));
    const auto *hints = bench.find<HintLine>(u"export.hints"_s);
    QVERIFY(hints && hints->isVisible());
    QVERIFY(hints->height() >= hints->sizeHint().height() && hints->width() > 300);
    for (const QString &hint : {u"← →: split"_s, u"F7: 100 %"_s, u"Page ↑ Page ↓: next picture"_s, u"Esc: back"_s}) {
        QVERIFY2(hints->accessibleDescription().contains(hint), qPrintable(hints->accessibleDescription()));
    }
    bench.window().resize(1280, 560);
    QTRY_VERIFY(!hints->isVisible()); // the picture needs the room
}

void TestExportPage::exportsWhatTheFieldsSay()
{
    WindowBench bench;
    open(bench, pictures(bench, 3));
    click(bench, u"exportFormat.jpeg"_s);
    click(bench, u"exportProgressive"_s);
    choose(bench, u"exportFit"_s, 1); // inside
    type(bench, u"exportWidth"_s, u"120"_s);
    type(bench, u"exportHeight"_s, u"120"_s);
    QTRY_VERIFY(bench.text(u"exportSizeTold"_s).contains(u"120 × 80"_s));
    start(bench);
    QTRY_VERIFY_WITH_TIMEOUT(hasEnded(bench), patience);
    QCOMPARE(written(bench),
             QStringList({u"2026-11-20_a-red-fox_flux-2-pro_1.jpg"_s, u"2026-11-20_a-red-fox_flux-2-pro_2.jpg"_s,
                          u"2026-11-20_a-red-fox_flux-2-pro_3.jpg"_s}));
    const QByteArray first = read(out(bench) + u'/' + written(bench).first());
    const Result<ImageInfo> info = probeImage(first);
    QCOMPARE(info->format, ImageFormat::Jpeg);
    QCOMPARE(info->size, QSize(120, 80));
    QVERIFY(metadata::jpegMarkers(first).scans > 1);
    QVERIFY(bench.text(u"exportTitle"_s).contains(u'3'));
    QVERIFY(!bench.find<QWidget>(u"exportRetry"_s)->isVisible());
    click(bench, u"exportShowFolder"_s);
    QCOMPARE(QFileInfo(bench.dialogs.shownInFolder.value(0)).absolutePath(), out(bench));
    // Never larger, unless that is wished.
    type(bench, u"exportWidth"_s, u"900"_s);
    type(bench, u"exportHeight"_s, u"900"_s);
    QTRY_COMPARE(bench.text(u"exportSizeTold"_s), u"300 × 200"_s);
    QTest::mouseClick(bench.find<QCheckBox>(u"exportNeverEnlarge"_s), Qt::LeftButton, {}, QPoint(10, 10));
    QTRY_VERIFY(bench.text(u"exportSizeTold"_s).contains(u"900 × 600"_s));
}

void TestExportPage::asSmallAsAsked()
{
    WindowBench bench;
    open(bench, pictures(bench, 1, QSize(600, 400)));
    choose(bench, u"exportBy"_s, 1);
    QVERIFY(!bench.find<QWidget>(u"exportPageQuality"_s)->isVisible());
    type(bench, u"exportKilobytes"_s, u"5"_s);
    QTRY_VERIFY_WITH_TIMEOUT(isMeasured(bench), patience);
    QVERIFY(bench.text(u"exportOther"_s).contains(u','));
    start(bench);
    QTRY_VERIFY_WITH_TIMEOUT(hasEnded(bench), patience);
    const QString path = out(bench) + u'/' + written(bench).first();
    QVERIFY(QFileInfo(path).size() <= 5000);
    QVERIFY(readRecipe(read(path)).has_value()); // its recipe within the limit, too
    choose(bench, u"exportBy"_s, 2);
    QVERIFY(!bench.find<QWidget>(u"exportKilobytes"_s)->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(isMeasured(bench), patience);
    for (const auto &[similarity, meaning] :
         {std::pair {0.9941, Meaning::Ok}, {0.9939, Meaning::Info}, {0.9, Meaning::Warning}}) {
        ExportPreview preview;
        preview.similarity = similarity;
        QCOMPARE(exporttexts::remark(preview).meaning, meaning);
    }
}

void TestExportPage::metadataStaysOutWhereItIsToStay()
{
    WindowBench bench;
    open(bench, pictures(bench, 1));
    const auto exported = [&bench] {
        QDir(out(bench)).removeRecursively();
        start(bench);
        QTRY_VERIFY_WITH_TIMEOUT(hasEnded(bench), patience);
    };
    const auto file = [&bench] { return read(out(bench) + u'/' + written(bench).value(0)); };
    exported();
    QVERIFY(readRecipe(file())->createdAt.isValid());
    QCOMPARE(readLabels(file()).digitalSourceType, QString::fromLatin1(sourcetype::generated));
    const auto toggle = [&bench](const QString &name) {
        auto *box = bench.find<QCheckBox>(name);
        box->setFocus();
        QTest::keyClick(box, Qt::Key_Space);
    };
    toggle(u"exportDate"_s);
    exported();
    QVERIFY(readRecipe(file()) && !readRecipe(file())->createdAt.isValid());
    toggle(u"exportLabel"_s);
    exported();
    QVERIFY(readRecipe(file()) && readLabels(file()).isEmpty());
    toggle(u"exportRecipe"_s);
    toggle(u"exportDate"_s);
    exported();
    QVERIFY(!readRecipe(file()) && !file().contains("fox"));
    QVERIFY(file().contains("2026-11-20"));
}

void TestExportPage::namesHaveFieldsAndAnExample()
{
    WindowBench bench;
    open(bench, pictures(bench, 12));
    QTRY_COMPARE(bench.text(u"exportExample"_s), u"2026-11-20_a-red-fox_flux-2-pro_01.webp"_s);
    type(bench, u"exportName"_s, u"fox/"_s);
    click(bench, u"exportNameFields"_s);
    auto *menu = bench.find<QMenu>(u"exportFieldsMenu"_s);
    QVERIFY(menu->isVisible());
    menu->setActiveAction(menu->findChild<QAction *>(u"exportField.seed"_s));
    QTest::keyClick(menu, Qt::Key_Return);
    QCOMPARE(bench.find<QLineEdit>(u"exportName"_s)->text(), u"fox/{seed}"_s);
    QTRY_COMPARE(bench.text(u"exportExample"_s), u"fox-1.webp"_s); // as it is written, no folder of its own
    QTest::keyClick(bench.find<QWidget>(u"exportView"_s), Qt::Key_PageDown);
    QTRY_COMPARE(bench.text(u"exportExample"_s), u"fox-2.webp"_s);
}

/// Files with content credentials stay as they came; what made them is in the books.
void TestExportPage::picturesThatSayNothingAreLookedUp()
{
    WindowBench bench;
    GalleryHome home(bench);
    home.make({.prompt = u"a grey owl"_s, .model = u"gpt-image-2"_s, .provider = u"openai"_s});
    const QString file = home.pictures().first().path;
    QVERIFY(!readRecipe(read(file)));
    open(bench, {file});
    QTRY_COMPARE(bench.text(u"exportExample"_s), u"2026-07-18_a-grey-owl_gpt-image-2_1.webp"_s);
    QTRY_VERIFY_WITH_TIMEOUT(isMeasured(bench), patience);
    start(bench);
    QTRY_VERIFY_WITH_TIMEOUT(hasEnded(bench), patience);
    const QString target = out(bench) + u'/' + written(bench).first();
    QCOMPARE(readRecipe(read(target))->prompt, u"a grey owl"_s);
    QVERIFY(bench.text(u"exportOtherBytes"_s).contains(exporttexts::allBytes(QFileInfo(target).size())));
}

void TestExportPage::wrongNamesStartNothing()
{
    WindowBench bench;
    open(bench, pictures(bench, 1));
    type(bench, u"exportName"_s, u"{foo}"_s);
    QVERIFY(bench.text(u"exportExample"_s).contains(u"{foo}"_s));
    QVERIFY(!bench.find<QWidget>(u"exportStart"_s)->isEnabled());
    start(bench);
    QVERIFY(!bench.window().findChild<ExportPage *>()->isRunning());
    type(bench, u"exportName"_s, u"{n}"_s);
    QVERIFY(bench.find<QWidget>(u"exportStart"_s)->isEnabled());
}

void TestExportPage::folderIsChosen()
{
    WindowBench bench;
    open(bench, pictures(bench, 1));
    bench.dialogs.nextFile.clear();
    click(bench, u"exportFolder"_s);
    QCOMPARE(bench.dialogs.suggestion, out(bench));
    QCOMPARE(bench.settings().toString(Setting::ExportFolder), out(bench)); // never mind
    bench.dialogs.nextFile = bench.folder.filePath(u"elsewhere"_s);
    click(bench, u"exportFolder"_s);
    start(bench);
    QTRY_VERIFY_WITH_TIMEOUT(hasEnded(bench), patience);
    QCOMPARE(QDir(bench.dialogs.nextFile).entryList(QDir::Files).size(), 1);
}

void TestExportPage::presetsAreKept()
{
    WindowBench bench;
    const QStringList files = pictures(bench, 1);
    open(bench, files);
    const auto answer = [&bench](const QString &name) {
        auto *field = bench.find<QLineEdit>(u"presetName"_s);
        QVERIFY(field);
        field->selectAll();
        QTest::keyClicks(field, name);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(!bench.find<QLineEdit>(u"presetName"_s));
    };
    auto *box = bench.find<QComboBox>(u"exportPreset"_s);
    QVERIFY(!box->isEnabled());
    click(bench, u"exportFormat.jpeg"_s);
    click(bench, u"exportPresetSave"_s);
    answer(u"Web"_s);
    QCOMPARE(box->currentText(), u"Web"_s);
    click(bench, u"exportFormat.png"_s);
    QCOMPARE(box->currentIndex(), 0); // it is that preset no longer
    click(bench, u"exportPresetSave"_s);
    answer(u"Print"_s);
    QCOMPARE(box->count(), 3);
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Down);
    QCOMPARE(box->currentText(), u"Web"_s);
    QVERIFY(bench.find<QAbstractButton>(u"exportFormat.jpeg"_s)->isChecked());
    const auto fromMenu = [&bench](const QString &name) {
        click(bench, u"exportPresetMore"_s);
        auto *menu = bench.find<QMenu>(u"exportPresetMenu"_s);
        menu->setActiveAction(menu->findChild<QAction *>(name));
        QTest::keyClick(menu, Qt::Key_Return);
    };
    fromMenu(u"exportPresetRename"_s);
    answer(u"For the web"_s);
    QCOMPARE(box->currentText(), u"For the web"_s);
    QCOMPARE(box->count(), 3);
    fromMenu(u"exportPresetDelete"_s);
    QTRY_COMPARE(box->count(), 2);
    click(bench, u"toast.action"_s);
    QCOMPARE(box->count(), 3);
    open(bench, files);
    QCOMPARE(bench.find<QComboBox>(u"exportPreset"_s)->currentText(), u"For the web"_s);
}

void TestExportPage::whatIsThereIsAskedAboutOnce_data()
{
    QTest::addColumn<QString>("answer");
    QTest::addColumn<QStringList>("files");
    QTest::addColumn<bool>("isReplaced");
    QTest::newRow("keep both") << u"exportKeepBoth"_s
                               << QStringList {u"1-2.webp"_s, u"1.webp"_s, u"2-2.webp"_s, u"2.webp"_s, u"3.webp"_s}
                               << false;
    QTest::newRow("replace") << u"exportReplace"_s << QStringList {u"1.webp"_s, u"2.webp"_s, u"3.webp"_s} << true;
    QTest::newRow("skip") << u"exportSkip"_s << QStringList {u"1.webp"_s, u"2.webp"_s, u"3.webp"_s} << false;
    QTest::newRow("never mind") << u"exportDecline"_s << QStringList {u"1.webp"_s, u"2.webp"_s} << false;
}

void TestExportPage::whatIsThereIsAskedAboutOnce()
{
    QFETCH(const QString, answer);
    QFETCH(const QStringList, files);
    QFETCH(const bool, isReplaced);
    WindowBench bench;
    open(bench, pictures(bench, 3));
    type(bench, u"exportName"_s, u"{n}"_s);
    QVERIFY(QDir().mkpath(out(bench)));
    for (const QString &name : {u"1.webp"_s, u"2.webp"_s}) {
        QFile there(out(bench) + u'/' + name);
        QVERIFY(there.open(QIODevice::WriteOnly));
        there.write("somebody's own");
    }
    start(bench);
    QTRY_VERIFY(bench.find<QWidget>(u"exportKeepBoth"_s)->isVisible());
    QVERIFY(bench.text(u"exportTitle"_s).contains(u'2'));
    QCOMPARE(written(bench).size(), 2); // nothing before the answer
    click(bench, answer);
    if (answer != "exportDecline"_L1) {
        QTRY_VERIFY_WITH_TIMEOUT(hasEnded(bench), patience);
    }
    QCOMPARE(written(bench), files);
    QCOMPARE(read(out(bench) + u"/1.webp"_s) != "somebody's own", isReplaced);
    if (answer == "exportSkip"_L1) {
        QVERIFY(bench.text(u"exportNote"_s).contains(u'2'));
        const auto *model = bench.find<QListView>(u"exportStrip"_s)->model();
        QCOMPARE(model->index(0, 0).data(ExportItems::StateRole).value<ExportItems::State>(),
                 ExportItems::State::Skipped);
    }
}

void TestExportPage::failuresAreToldAndRetried()
{
    WindowBench bench;
    const QStringList files = pictures(bench, 3);
    const QByteArray whole = read(files.at(1));
    QFile broken(files.at(1));
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write("no picture");
    broken.close();
    open(bench, files);
    type(bench, u"exportName"_s, u"{n}"_s);
    start(bench);
    QTRY_VERIFY_WITH_TIMEOUT(hasEnded(bench), patience);
    QCOMPARE(written(bench), QStringList({u"1.webp"_s, u"3.webp"_s}));
    QVERIFY(bench.text(u"exportFailures"_s).startsWith(u"picture2.png: "_s));
    const auto *model = bench.find<QListView>(u"exportStrip"_s)->model();
    QCOMPARE(model->index(1, 0).data(ExportItems::StateRole).value<ExportItems::State>(), ExportItems::State::Failed);
    QVERIFY(model->index(1, 0).data(Qt::AccessibleTextRole).toString().contains(u"picture2.png"_s));
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write(whole);
    broken.close();
    click(bench, u"exportRetry"_s);
    QTRY_VERIFY_WITH_TIMEOUT(hasEnded(bench), patience);
    QCOMPARE(written(bench), QStringList({u"1.webp"_s, u"2.webp"_s, u"3.webp"_s})); // under its own number
    QVERIFY(!bench.find<QWidget>(u"exportFailures"_s)->isVisible());
}

void TestExportPage::escapeCancelsAndWhatIsWrittenStays()
{
    WindowBench bench;
    open(bench, pictures(bench, 24, QSize(900, 700)));
    click(bench, u"exportFormat.avif"_s);
    choose(bench, u"exportEffort"_s, 4);
    start(bench);
    auto *page = bench.window().findChild<ExportPage *>();
    QTRY_VERIFY(page->isRunning());
    QVERIFY(!bench.find<QWidget>(u"exportFormat.png"_s)->isEnabled());
    QTRY_VERIFY(!written(bench).isEmpty());
    QTest::keyClick(bench.find<QWidget>(u"exportView"_s), Qt::Key_Escape);
    QCOMPARE(bench.window().page(), u"export"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!page->isRunning(), patience);
    QVERIFY(written(bench).size() < 24);
    QVERIFY(!written(bench).isEmpty());
    QVERIFY(bench.find<QWidget>(u"exportFormat.png"_s)->isEnabled());
    QVERIFY(bench.text(u"exportNote"_s).contains(QString::number(24 - written(bench).size())));
}

void TestExportPage::goesOnWhenThePageIsLeft()
{
    WindowBench bench;
    const QStringList files = pictures(bench, 8, QSize(900, 700));
    open(bench, files);
    start(bench);
    auto *page = bench.window().findChild<ExportPage *>();
    QTRY_VERIFY(page->isRunning());
    click(bench, u"exportBack"_s);
    QCOMPARE(bench.window().page(), u"compare"_s);
    bench.window().exportPictures({files.first()}); // the one under way is shown
    QCOMPARE(bench.find<QListView>(u"exportStrip"_s)->model()->rowCount(), 8);
    click(bench, u"exportBack"_s);
    QTRY_VERIFY_WITH_TIMEOUT(!page->isRunning(), patience);
    QCOMPARE(written(bench).size(), 8);
    QTRY_VERIFY(bench.find<QWidget>(u"toast"_s)->isVisible());
    QVERIFY(bench.text(u"toast.text"_s).contains(u'8'));
}

void TestExportPage::whatWasSkippedIsToldWhenThePageIsLeft()
{
    WindowBench bench;
    open(bench, pictures(bench, 3));
    type(bench, u"exportName"_s, u"{n}"_s);
    QVERIFY(QDir().mkpath(out(bench)));
    QFile there(out(bench) + u"/1.webp"_s);
    QVERIFY(there.open(QIODevice::WriteOnly));
    there.close();
    start(bench);
    QTRY_VERIFY(bench.find<QWidget>(u"exportSkip"_s)->isVisible());
    click(bench, u"exportSkip"_s);
    click(bench, u"exportBack"_s);
    QTRY_VERIFY_WITH_TIMEOUT(bench.find<QWidget>(u"toast"_s)->isVisible(), patience);
    const QString told = bench.text(u"toast.text"_s);
    QVERIFY2(told.contains(u"2 of 3"_s) && told.contains(u"1 skipped"_s) && !told.contains(u"failed"_s),
             qPrintable(told));
}

void TestExportPage::settingsAreKept()
{
    WindowBench bench;
    const QStringList files = pictures(bench, 1);
    open(bench, files);
    click(bench, u"exportFormat.gif"_s);
    type(bench, u"exportColors"_s, u"32"_s);
    type(bench, u"exportName"_s, u"{seed}"_s);
    open(bench, files);
    QVERIFY(bench.find<QAbstractButton>(u"exportFormat.gif"_s)->isChecked());
    QCOMPARE(bench.find<QSpinBox>(u"exportColors"_s)->value(), 32);
    QCOMPARE(bench.find<QLineEdit>(u"exportName"_s)->text(), u"{seed}"_s);
    QTest::keyClick(bench.find<QWidget>(u"exportView"_s), Qt::Key_Escape);
    bench.window().exportPictures(files);
    bench.open(); // closed on this page: it opens where that was called from
    QCOMPARE(bench.window().page(), u"compare"_s);
}

void TestExportPage::tabReachesEverything()
{
    WindowBench bench;
    open(bench, pictures(bench, 2));
    QTRY_VERIFY_WITH_TIMEOUT(isMeasured(bench), patience);
    QSet<QString> reached;
    bench.find<QWidget>(u"exportBack"_s)->setFocus();
    for (int step = 0; step < 80; ++step) {
        reached.insert(QApplication::focusWidget()->objectName());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    for (const QString &name :
         {u"exportBack"_s, u"exportPresetSave"_s, u"exportView"_s, u"exportZoom.full"_s, u"exportStrip"_s,
          u"exportFormat.webp"_s, u"exportBy"_s, u"exportPageQualitySlider"_s, u"exportPageQuality"_s,
          u"exportEffort"_s, u"exportFit"_s, u"exportRecipe"_s, u"exportDate"_s, u"exportLabel"_s, u"exportName"_s,
          u"exportNameFields"_s, u"exportFolder"_s, u"exportStart"_s}) {
        QVERIFY2(reached.contains(name), qPrintable(name));
    }
}

void TestExportPage::severalBecomeOneAnimation()
{
    WindowBench bench;
    const QStringList files = pictures(bench, 3);
    open(bench, files);
    QVERIFY(!bench.find<QWidget>(u"exportDelay"_s)->isVisible());
    click(bench, u"exportFormat.gif"_s);
    choose(bench, u"exportTogether"_s, 1);
    type(bench, u"exportDelay"_s, u"250"_s);
    start(bench);
    QTRY_VERIFY_WITH_TIMEOUT(hasEnded(bench), patience);
    QCOMPARE(written(bench).size(), 1);
    QVERIFY(isAnimated(read(out(bench) + u'/' + written(bench).first())));
    click(bench, u"exportFormat.jpeg"_s); // which has none
    QCOMPARE(bench.find<QComboBox>(u"exportTogether"_s)->currentIndex(), 0);
    QVERIFY(!bench.find<QWidget>(u"exportDelay"_s)->isVisible());
    open(bench, {files.first()}); // one alone is a picture
    QVERIFY(!bench.find<QWidget>(u"exportTogether"_s)->isVisible());
}

void TestExportPage::severalBecomeOneContactSheet()
{
    WindowBench bench;
    open(bench, pictures(bench, 4));
    QTRY_VERIFY_WITH_TIMEOUT(isMeasured(bench), patience);
    const QString ofOne = bench.text(u"exportOriginalBytes"_s);
    choose(bench, u"exportTogether"_s, 2);
    QVERIFY(!bench.find<QWidget>(u"exportFit"_s)->isVisible());
    // The page is looked at before it is written.
    QTRY_VERIFY_WITH_TIMEOUT(bench.text(u"exportOtherBytes"_s).startsWith(u'≈')
                                 && !bench.text(u"exportOtherBytes"_s).contains(u','),
                             patience);
    const QString pixels = bench.text(u"exportOriginalBytes"_s);
    QVERIFY(pixels != ofOne);
    start(bench);
    QTRY_VERIFY_WITH_TIMEOUT(hasEnded(bench), patience);
    QCOMPARE(written(bench).size(), 1);
    const QAbstractItemModel &strip = *bench.find<QListView>(u"exportStrip"_s)->model();
    const QString sheet = strip.index(0, 0).data().toString();
    QVERIFY2(sheet.contains(exporttexts::bytes(QFileInfo(out(bench) + u'/' + written(bench).first()).size())),
             qPrintable(sheet));
    QVERIFY(strip.index(3, 0).data().toString().endsWith(exporttexts::writtenBytes(0)));
    const QString took = bench.text(u"exportTook"_s);
    const Result<ImageInfo> info = probeImage(read(out(bench) + u'/' + written(bench).first()));
    QVERIFY(info.ok() && info->size.width() > 600);
    QCOMPARE(texts::size(info->size), pixels);
    choose(bench, u"exportTogether"_s, 0); // a file each: the chosen picture is there again
    QTRY_VERIFY_WITH_TIMEOUT(bench.text(u"exportOriginalBytes"_s) == ofOne, patience);
    QTRY_VERIFY_WITH_TIMEOUT(isMeasured(bench), patience);
    QVERIFY2(bench.text(u"exportTook"_s).section(u' ', -1) != took.section(u' ', -1), "of several it is each one's");
}

void TestExportPage::closingAsksFirst()
{
    WindowBench bench;
    open(bench, pictures(bench, 24, QSize(900, 700)));
    click(bench, u"exportFormat.avif"_s);
    choose(bench, u"exportEffort"_s, 4);
    start(bench);
    QTRY_VERIFY(bench.window().findChild<ExportPage *>()->isRunning());
    bench.window().close();
    QVERIFY(bench.window().isVisible());
    click(bench, u"toast.action"_s);
    QVERIFY(!bench.window().isVisible());
}

QTEST_MAIN(TestExportPage)
#include "test_exportpage.moc"
