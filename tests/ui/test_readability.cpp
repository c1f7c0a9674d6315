// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/galleryhome.h"
#include "tests/ui/paintedtexts.h"
#include "tests/ui/viewsamples.h"
#include "tests/ui/windowbench.h"
#include "ui/compare/comparepage.h"
#include "ui/compare/comparesession.h"
#include "ui/compare/pictureview.h"
#include "ui/compare/statepanel.h"
#include "ui/explain/explainpage.h"
#include "ui/mask/maskcanvas.h"
#include "ui/views/picturearea.h"
#include "ui/widgets/sign.h"

#include <QAbstractButton>
#include <QHash>
#include <QImage>
#include <QLabel>
#include <QPainter>
#include <QPlainTextEdit>
#include <QTest>
#include <QTextCursor>

#include <algorithm>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

/// Every text of every page can be read against what lies under it, and no state is told by its colour alone.
class TestReadability : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void paintedTextsAreFound();
    void everyTextIsReadable_data();
    void everyTextIsReadable();
    void textsOverPicturesAreReadable_data();
    void textsOverPicturesAreReadable();
    void signsStandBesideWords_data() { pages(); }
    void signsStandBesideWords();
    void signsDifferInShape_data();
    void signsDifferInShape();

private:
    static void pages();
    static QStringList allPages();
    static void fill(WindowBench &bench, const QString &page);
    static void paintMask(WindowBench &bench, const QString &file);
    static void explain(WindowBench &bench);
    static QStringList faintTexts(WindowBench &bench, Theme::Choice theme, int &read);
};

namespace {

// WCAG 2.2, 1.4.3.
constexpr double usualContrast = 4.5;
constexpr double largeContrast = 3;

bool isLarge(const QFont &font)
{
    constexpr double large = 18;
    constexpr double largeWhereBold = 14;
    return font.pointSizeF() >= (font.weight() >= QFont::Bold ? largeWhereBold : large);
}

/// What lies under a text: the colour of most of its place, which letters never cover. Invalid: it is a picture.
QColor groundOf(const QImage &shown, const QRectF &text)
{
    constexpr double minShare = 0.35;
    const QRect place = text.toAlignedRect().adjusted(-2, 0, 2, 0).intersected(shown.rect());
    QHash<QRgb, int> counts;
    for (int y = place.top(); y <= place.bottom(); ++y) {
        for (int x = place.left(); x <= place.right(); ++x) {
            ++counts[shown.pixel(x, y)];
        }
    }
    const auto most = std::max_element(counts.cbegin(), counts.cend());
    const bool isPlain = most != counts.cend() && *most >= minShare * place.width() * place.height();
    return isPlain ? QColor(most.key()) : QColor();
}

QColor over(const QColor &ink, const QColor &ground)
{
    QColor opaque = ink;
    opaque.setAlpha(255);
    return mixed(opaque, ground, ink.alphaF());
}

/// The shape of what is painted, without its colours.
QImage shapeOf(Sign &sign)
{
    QImage shape(sign.size(), QImage::Format_ARGB32_Premultiplied);
    shape.fill(Qt::transparent);
    sign.render(&shape, {}, {}, QWidget::DrawChildren);
    return shape.convertToFormat(QImage::Format_Alpha8);
}

} // namespace

QStringList TestReadability::allPages()
{
    return {u"welcome"_s, u"compare"_s,  u"gallery"_s, u"catalog"_s, u"keys"_s, u"budgets"_s,
            u"gateway"_s, u"settings"_s, u"explain"_s, u"export"_s,  u"mask"_s};
}

void TestReadability::pages()
{
    QTest::addColumn<QString>("page");
    for (const QString &page : allPages()) {
        QTest::newRow(qPrintable(page)) << page;
    }
}

/// The page with something on it: pictures, a failure, what waits.
void TestReadability::fill(WindowBench &bench, const QString &page)
{
    GalleryHome home(bench);
    home.make({.prompt = u"a boat"_s});
    home.make({.prompt = u"an owl"_s}, QSize(320, 480));
    bench.settings().set(Setting::ProviderOrder, QStringList {u"fal"_s, u"replicate"_s});
    bench.open();
    if (page == "welcome"_L1) {
        bench.window().compare()->showWelcome();
    } else if (page == "mask"_L1) {
        paintMask(bench, home.pictures().constFirst().path);
    } else if (page == "explain"_L1) {
        explain(bench);
    } else if (page == "export"_L1) {
        bench.window().exportPictures({home.pictures().at(0).path, home.pictures().at(1).path}, u"from Gallery"_s);
        QTRY_VERIFY(bench.text(u"exportOriginal"_s).contains(u"JPEG"_s));
    } else if (page == "compare"_L1) {
        CompareForm form;
        form.prompt = u"a boat"_s;
        form.models = QStringList {u"sketchbook-scene"_s, u"sketchbook-pattern"_s, u"gpt-image-2"_s};
        form.size.pixels = QSize(1536, 640);
        form.negativePrompt = u"people"_s;
        bench.window().compare()->setForm(form);
        bench.generate();
        bench.images.complete(0, QSize(512, 512));
        bench.images.fail(1, GenerationStatus::Failed, notSent(ErrorKind::Overloaded, u"busy"_s));
        QTRY_VERIFY(!bench.window().compare()->session().isBusy());
    } else {
        bench.window().showPage(page);
    }
    // Letters that are chosen are painted twice, once as they would be without.
    bench.find<QPlainTextEdit>(u"promptEdit"_s)->moveCursor(QTextCursor::End);
    QCoreApplication::processEvents();
}

void TestReadability::paintMask(WindowBench &bench, const QString &file)
{
    bench.window().compare()->addReference(file);
    const auto link = [&bench] { return bench.find<QAbstractButton>(u"reference.0.mask"_s); };
    QTRY_VERIFY(link() && link()->isVisible());
    QTest::mouseClick(link(), Qt::LeftButton);
    auto *canvas = bench.find<MaskCanvas>(u"maskCanvas"_s);
    QTRY_VERIFY(canvas->isVisible() && !canvas->document().picture().isEmpty());
}

/// A request that failed, with what helps.
void TestReadability::explain(WindowBench &bench)
{
    bench.generate();
    bench.images.fail(0, GenerationStatus::Failed, notSent(ErrorKind::Overloaded, u"busy"_s));
    bench.images.completeAll();
    QTRY_VERIFY(!bench.window().compare()->session().isBusy());
    bench.window().explain(bench.images.jobs().constFirst().id);
    QTRY_VERIFY(bench.find<ExplainPage>(u"explainPage"_s)->explanation());
}

/// Of labels and of what is painted, in their own ink.
void TestReadability::paintedTextsAreFound()
{
    class Painted : public QWidget
    {
    public:
        using QWidget::QWidget;

    protected:
        void paintEvent(QPaintEvent *) override
        {
            QPainter painter(this);
            painter.setPen(Qt::blue);
            painter.drawText(rect(), Qt::AlignCenter, u"by hand"_s);
        }
    };
    QWidget whole;
    whole.resize(300, 100);
    auto *label = new QLabel(u"a label"_s, &whole);
    label->setGeometry(100, 10, 100, 30);
    QPalette palette = label->palette();
    palette.setColor(QPalette::WindowText, Qt::red);
    label->setPalette(palette);
    auto *painted = new Painted(&whole);
    painted->setGeometry(100, 50, 100, 30);
    auto *hidden = new QLabel(u"hidden"_s, &whole);
    hidden->hide();
    whole.show();
    const QList<PaintedText> texts = paintedTexts(whole);
    QCOMPARE(texts.size(), 2);
    QCOMPARE(texts.at(0).text, u"a label"_s);
    QCOMPARE(texts.at(0).ink, QColor(Qt::red));
    QVERIFY(label->geometry().contains(texts.at(0).place.center().toPoint()));
    QCOMPARE(texts.at(1).text, u"by hand"_s);
    QCOMPARE(texts.at(1).ink, QColor(Qt::blue));
    QVERIFY(painted->geometry().contains(texts.at(1).place.center().toPoint()));
}

void TestReadability::everyTextIsReadable_data()
{
    QTest::addColumn<QString>("page");
    QTest::addColumn<Theme::Choice>("theme");
    for (const QString &page : allPages()) {
        QTest::newRow(qPrintable(QString(page + u", light"_s))) << page << Theme::Choice::Light;
        QTest::newRow(qPrintable(QString(page + u", dark"_s))) << page << Theme::Choice::Dark;
    }
}

/// Told with the colours; `read`: how many were looked at.
QStringList TestReadability::faintTexts(WindowBench &bench, Theme::Choice theme, int &read)
{
    MainWindow &window = bench.window();
    bench.theme->setChoice(theme);
    const auto isDressed = [&] { return window.palette().color(QPalette::Window) == bench.theme->tokens().bg; };
    if (!QTest::qWaitFor(isDressed)) {
        return {u"the window is not dressed"_s};
    }
    QCoreApplication::processEvents();
    const QImage shown = window.grab().toImage();
    const QList<PaintedText> texts = paintedTexts(window);
    QStringList faint;
    for (const PaintedText &text : texts) {
        const QWidget *widget = window.childAt(text.place.center().toPoint());
        const QColor ground = groundOf(shown, text.place);
        if ((widget && !widget->isEnabled()) || !ground.isValid()) {
            continue;
        }
        ++read;
        const double found = contrast(over(text.ink, ground), ground);
        if (found < (isLarge(text.font) ? largeContrast : usualContrast)) {
            faint.append(u"“%1”: %2 on %3 is %4"_s.arg(text.text, text.ink.name(), ground.name()).arg(found));
        }
    }
    return faint;
}

void TestReadability::everyTextIsReadable()
{
    QFETCH(QString, page);
    QFETCH(Theme::Choice, theme);
    WindowBench bench;
    fill(bench, page);
    int read = 0;
    const QStringList faint = faintTexts(bench, theme, read);
    QVERIFY2(read > 12, qPrintable(QString::number(read)));
    QVERIFY2(faint.isEmpty(), qPrintable(faint.join(u'\n')));
}

void TestReadability::textsOverPicturesAreReadable_data()
{
    QTest::addColumn<QString>("place");
    QTest::addColumn<QColor>("colour");
    QTest::addColumn<Theme::Choice>("theme");
    for (const QString &place : {u"cell"_s, u"sketch"_s, u"loupe"_s, u"ab"_s, u"mask"_s, u"export"_s}) {
        for (const QColor &colour : {QColor(Qt::white), QColor(Qt::black), QColor(128, 128, 128)}) {
            const QString name = place + u' ' + colour.name();
            QTest::newRow(qPrintable(QString(name + u", light"_s))) << place << colour << Theme::Choice::Light;
            QTest::newRow(qPrintable(QString(name + u", dark"_s))) << place << colour << Theme::Choice::Dark;
        }
    }
}

/// Whatever the picture is like: over a plain one the ground of a text is never taken for a picture and left out.
void TestReadability::textsOverPicturesAreReadable()
{
    QFETCH(const QString, place);
    QFETCH(const QColor, colour);
    QFETCH(const Theme::Choice, theme);
    WindowBench bench;
    const QImage plain = plainOf(QSize(1200, 800), colour);
    const QString file = bench.folder.filePath(u"plain.png"_s);
    QVERIFY(plain.save(file));
    bench.open();
    bench.find<QPlainTextEdit>(u"promptEdit"_s)->moveCursor(QTextCursor::End); // chosen letters are painted twice
    QStringList expected; // of what is written over the picture
    if (place == "cell"_L1) {
        bench.generate();
        bench.images.completeAll();
        auto *picture = bench.find<PictureView>(u"cell.1.0.picture"_s);
        QTRY_VERIFY(picture->isShown());
        picture->setPicture(viewed(u"plain"_s, plain).picture);
        picture->setBadge(u"7"_s);
        QTRY_VERIFY(picture->isShown());
        picture->setFocus(Qt::TabFocusReason);
        bench.window().setAttribute(Qt::WA_KeyboardFocusChange); // as by Tab: it says that it can be enlarged
        expected = QStringList {u"7"_s};
    } else if (place == "sketch"_L1) {
        bench.generate();
        Progress progress;
        progress.stage = Progress::Stage::Waiting;
        progress.preview = viewed(u"plain"_s, plainOf(QSize(240, 160), colour)).picture.content;
        bench.images.progress(0, progress);
        QTRY_VERIFY(!bench.find<StatePanel>(u"cell.1.0.state"_s)->preview().isNull());
        expected = QStringList {u"preview"_s};
    } else if (place == "loupe"_L1 || place == "ab"_L1) {
        const bool isLoupe = place == "loupe"_L1;
        bench.window().compare()->showViews({viewed(u"first"_s, plain), viewed(u"second"_s, plain)},
                                            isLoupe ? View::Loupe : View::AB);
        if (isLoupe) {
            QTRY_VERIFY(bench.find<PictureArea>(u"loupe.1.picture"_s)->shown().isShown());
            QTRY_VERIFY(bench.find<PictureArea>(u"loupe.2.picture"_s)->shown().isShown());
        } else {
            auto *canvas = bench.find<QWidget>(u"ab.canvas"_s);
            const auto isPainted = [&] { // scaling may round
                const QColor seen = canvas->grab().toImage().pixelColor(canvas->rect().center() + QPoint(60, 60));
                return std::abs(seen.lightness() - colour.lightness()) < 4;
            };
            QTRY_VERIFY(isPainted());
        }
        expected = isLoupe ? QStringList {u"1"_s, u"2"_s} : QStringList {u"A"_s, u"B"_s};
    } else if (place == "mask"_L1) {
        paintMask(bench, file);
        auto *canvas = bench.find<MaskCanvas>(u"maskCanvas"_s);
        canvas->setTool(MaskCanvas::Tool::Canvas);
        canvas->setNote(u"a note"_s);
    } else {
        bench.window().exportPictures({file}, {});
        QTRY_VERIFY(bench.text(u"exportOriginal"_s).contains(u"PNG"_s));
        expected = QStringList {u"Original"_s};
    }
    QCoreApplication::processEvents();
    QStringList written;
    const QList<PaintedText> texts = paintedTexts(bench.window());
    for (const PaintedText &text : texts) {
        written.append(text.text);
    }
    for (const QString &text : std::as_const(expected)) {
        const bool isWritten = std::any_of(written.cbegin(), written.cend(), [&text](const QString &all) {
            return all == text || (text.size() > 3 && all.startsWith(text));
        });
        QVERIFY2(isWritten, qPrintable(QString(text + u" is not among "_s + written.join(u", "_s))));
    }
    int read = 0;
    const QStringList faint = faintTexts(bench, theme, read);
    QVERIFY2(read > 12, qPrintable(QString::number(read)));
    QVERIFY2(faint.isEmpty(), qPrintable(faint.join(u'\n')));
}

/// Words of the same state, or of the same thing: beside it, or where the pointer and the screen reader find them.
void TestReadability::signsStandBesideWords()
{
    QFETCH(QString, page);
    WindowBench bench;
    fill(bench, page);
    QStringList alone;
    const QList<Sign *> signs = bench.window().findChildren<Sign *>();
    for (const Sign *sign : signs) {
        if (!sign->isVisible()) {
            continue;
        }
        const QWidget *around = sign->parentWidget();
        const QList<QLabel *> labels = around->findChildren<QLabel *>();
        const bool hasWords = std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) {
            return label->isVisible() && !label->text().isEmpty();
        });
        if (!hasWords && around->accessibleDescription().isEmpty() && around->accessibleName().isEmpty()) {
            alone.append(QLatin1StringView(around->metaObject()->className()) + u" \""_s + around->objectName() + u'"');
        }
    }
    QVERIFY2(alone.isEmpty(), qPrintable(alone.join(u'\n')));
}

void TestReadability::signsDifferInShape_data()
{
    QTest::addColumn<Sign::Shape>("shape");
    QTest::addColumn<QList<Meaning>>("meanings"); ///< that may stand in for each other
    QTest::newRow("icons") << Sign::Shape::Icon
                           << QList<Meaning> {Meaning::Ok, Meaning::Info, Meaning::Warning, Meaning::Bad};
    QTest::newRow("dots") << Sign::Shape::Dot
                          << QList<Meaning> {Meaning::Neutral, Meaning::Ok, Meaning::Warning, Meaning::Bad};
}

/// Not everybody tells red from green.
void TestReadability::signsDifferInShape()
{
    QFETCH(Sign::Shape, shape);
    QFETCH(QList<Meaning>, meanings);
    QList<QImage> shapes;
    for (const Meaning meaning : std::as_const(meanings)) {
        Sign sign(meaning, shape);
        const QImage seen = shapeOf(sign);
        QVERIFY2(!shapes.contains(seen), qPrintable(QString::number(int(meaning))));
        shapes.append(seen);
    }
}

QTEST_MAIN(TestReadability)
#include "test_readability.moc"
