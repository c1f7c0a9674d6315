// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/codec.h"
#include "core/media/recipe.h"
#include "tests/ui/samplepicture.h"
#include "tests/ui/windowbench.h"
#include "ui/compare/comparepage.h"
#include "ui/compare/formpane.h"
#include "ui/compare/modeltotry.h"
#include "ui/keys/providerkeys.h"
#include "ui/references/referencespanel.h"
#include "ui/welcome/dropstrip.h"
#include "ui/welcome/keysstep.h"
#include "ui/welcome/sketchthumb.h"
#include "ui/widgets/toast.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDialog>
#include <QDir>
#include <QDropEvent>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>
#include <QUrl>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

/// The page of the first start.
class TestWelcome : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void standsThereAtAFirstStart();
    void examplesFillTheForm();
    void teaTimeChoosesThePosterAlone();
    void anExampleCanBeTakenBack();
    void smallPicturesArePainted();
    void givesWayToPicturesAndStaysAway();
    void closesAndComesBackFromTheSettings();
    void staysAwayFromWhoWasHereBefore();
    void theWayIsToldByItsPrice();
    void keysOfTheEnvironmentWorkAtOnce();
    void keepPutsOneIntoTheKeychain();
    void withoutAKeychainItAsksFirst();
    void useItChoosesAModel();
    void addKeyAsksAboveThePage();
    void saysWhereThereIsNoConnection();
    void aPictureOfOursRecalls();
    void anyOtherIsToBeEdited_data();
    void anyOtherIsToBeEdited();
    void theEdgeLightsWhileDragging();
    void showsAroundByEnter();
    void theTourEndsByEscape();
    void linksLeadToTheirPages_data();
    void linksLeadToTheirPages();
    void tabReachesAll();
    void fitsNarrowAndWideWindows_data();
    void fitsNarrowAndWideWindows();

private:
    static MainWindow &first(WindowBench &bench, QSize size = QSize(1280, 800))
    {
        bench.settings().set(Setting::WelcomeLeft, false);
        return bench.open(size);
    }
    static bool isShown(const WindowBench &bench) { return bench.find<QWidget>(u"welcomePage"_s)->isVisible(); }
    static void click(const WindowBench &bench, const QString &name)
    {
        auto *button = bench.find<QAbstractButton>(name);
        QVERIFY2(button && button->isVisible() && button->isEnabled(), qPrintable(name));
        auto *scroll = bench.find<QScrollArea>(u"welcomeScroll"_s);
        if (scroll->isAncestorOf(button)) {
            scroll->ensureWidgetVisible(button);
        }
        QTest::mouseClick(button, Qt::LeftButton);
    }
    static QPlainTextEdit *prompt(const WindowBench &bench) { return bench.find<QPlainTextEdit>(u"promptEdit"_s); }
    static CompareForm form(WindowBench &bench) { return bench.window().compare()->form(); }
    static StepCard::State step(const WindowBench &bench, int number)
    {
        return bench.find<StepCard>(u"welcome.step.%1"_s.arg(number))->state();
    }
    static QByteArrayList kept(const WindowBench &bench) { return bench.keychain->secrets.values(); }
    QString file(const QString &name, bool hasRecipe) const;
    static QMimeData *mimeOf(const QString &path, QMimeData &data)
    {
        data.setUrls({QUrl::fromLocalFile(path)});
        return &data;
    }
    static void drop(QWidget *onto, const QString &path)
    {
        QMimeData data;
        QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, mimeOf(path, data), Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(onto, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent event(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
        QCoreApplication::sendEvent(onto, &event);
        QVERIFY(event.isAccepted());
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

constexpr const char *variable = "OPENAI_API_KEY";
const QByteArray secret = "sk-environment-0123456789";
const QString poster = u"sketchbook-poster"_s;

} // namespace

/// Below the folder of the build: what lies in the system's temporary folder is copied.
void TestWelcome::init()
{
    m_folder = std::make_unique<QTemporaryDir>(QDir::current().filePath(u"welcome-XXXXXX"_s));
    QVERIFY(m_folder->isValid());
    qunsetenv(variable);
}

void TestWelcome::cleanup()
{
    qunsetenv(variable);
}

QString TestWelcome::file(const QString &name, bool hasRecipe) const
{
    QFile made(m_folder->filePath(name));
    if (!samplePicture(QSize(640, 480), 1).save(made.fileName())) {
        qWarning("not written");
    }
    if (hasRecipe) {
        Recipe recipe;
        recipe.prompt = u"a secret garden"_s;
        recipe.model = u"sketchbook-scene"_s;
        recipe.seed = 77;
        recipe.size = QSize(640, 480);
        const bool isOpen = made.open(QIODevice::ReadWrite);
        const Result<QByteArray> told = embedRecipe(made.readAll(), ImageFormat::Png, recipe);
        if (!isOpen || !told || !made.seek(0) || made.write(*told) != told->size()) {
            qWarning("not written");
        }
    }
    return made.fileName();
}

void TestWelcome::standsThereAtAFirstStart()
{
    WindowBench bench;
    first(bench);
    QVERIFY(isShown(bench));
    QVERIFY(!bench.find<QWidget>(u"results"_s)->isVisible());
    QVERIFY2(!bench.find<QWidget>(u"keyHint"_s)->isVisible(), "the third step says it");
    QCOMPARE(step(bench, 1), StepCard::State::Current);
    QCOMPARE(step(bench, 2), StepCard::State::Ahead);
    QCOMPARE(step(bench, 3), StepCard::State::Ahead);
    QCOMPARE(QApplication::focusWidget(), static_cast<QWidget *>(prompt(bench)));
    QCOMPARE(prompt(bench)->textCursor().selectedText(), ComparePage::examplePrompt());
    QTest::keyClicks(prompt(bench), u"a boat"_s);
    QCOMPARE(form(bench).prompt, u"a boat"_s);
    QVERIFY(isShown(bench));
    bench.open();
    QVERIFY2(isShown(bench), "nothing was made, and nobody closed it");
}

void TestWelcome::examplesFillTheForm()
{
    WindowBench bench;
    first(bench);
    const QStringList models = form(bench).models;
    click(bench, u"welcome.example.fox"_s);
    const QString fox = form(bench).prompt;
    QVERIFY(fox != ComparePage::examplePrompt() && !fox.isEmpty());
    QCOMPARE(form(bench).models, models);
    QCOMPARE(QApplication::focusWidget(), static_cast<QWidget *>(prompt(bench)));
    QCOMPARE(prompt(bench)->textCursor().selectedText(), fox);
    auto *lighthouse = bench.find<QWidget>(u"welcome.example.lighthouse"_s);
    lighthouse->setFocus(Qt::TabFocusReason);
    QTest::keyClick(lighthouse, Qt::Key_Return);
    QCOMPARE(form(bench).prompt, ComparePage::examplePrompt());
    QVERIFY(isShown(bench));
    QVERIFY2(bench.images.jobs().isEmpty(), "filled in is not made");
}

void TestWelcome::teaTimeChoosesThePosterAlone()
{
    WindowBench bench;
    first(bench);
    click(bench, u"welcome.example.tea"_s);
    QCOMPARE(form(bench).models, QStringList {poster});
    click(bench, u"welcome.example.fox"_s);
    QCOMPARE(form(bench).models, QStringList {poster}); // only the prompt is another
}

void TestWelcome::anExampleCanBeTakenBack()
{
    WindowBench bench;
    first(bench);
    QTest::keyClicks(prompt(bench), u"my own words"_s);
    const CompareForm before = form(bench);
    click(bench, u"welcome.example.tea"_s);
    QTRY_VERIFY(bench.find<Toast>(u"toast"_s)->isVisible());
    QTest::mouseClick(bench.find<QAbstractButton>(u"toast.action"_s), Qt::LeftButton);
    QCOMPARE(form(bench).prompt, before.prompt);
    QCOMPARE(form(bench).models, before.models);
}

void TestWelcome::smallPicturesArePainted()
{
    WindowBench bench;
    first(bench);
    const QList<SketchThumb *> thumbs = bench.window().findChildren<SketchThumb *>();
    QCOMPARE(thumbs.size(), 6);
    QTRY_VERIFY_WITH_TIMEOUT(
        std::all_of(thumbs.cbegin(), thumbs.cend(), [](const SketchThumb *thumb) { return thumb->isPainted(); }),
        20000);
}

void TestWelcome::givesWayToPicturesAndStaysAway()
{
    WindowBench bench;
    first(bench);
    bench.waitForPrices();
    QTest::keyClick(prompt(bench), Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE(bench.images.jobs().size(), 3);
    QVERIFY(!isShown(bench));
    QVERIFY(bench.find<QWidget>(u"results"_s)->isVisible());
    QCOMPARE(step(bench, 1), StepCard::State::Current); // nothing has come yet
    bench.images.completeAll();
    QTRY_COMPARE(step(bench, 1), StepCard::State::Done);
    QVERIFY(!bench.find<QWidget>(u"welcome.step.1"_s)->accessibleDescription().isEmpty());
    static_cast<void>(bench.window().compare()->session().removeFinishedRuns(CompareSession::Keep::Nothing));
    QVERIFY(bench.window().compare()->session().runs().isEmpty());
    QVERIFY(!isShown(bench));
    bench.open();
    QVERIFY(!isShown(bench));
    bench.window().compare()->showWelcome();
    QVERIFY(isShown(bench));
    QCOMPARE(step(bench, 1), StepCard::State::Done); // after a restart as well
}

void TestWelcome::closesAndComesBackFromTheSettings()
{
    WindowBench bench;
    first(bench);
    auto *close = bench.find<QWidget>(u"welcome.close"_s);
    close->setFocus(Qt::TabFocusReason);
    QTest::keyClick(close, Qt::Key_Space);
    QVERIFY(!isShown(bench));
    QCOMPARE(QApplication::focusWidget(), static_cast<QWidget *>(prompt(bench)));
    bench.open();
    QVERIFY(!isShown(bench));
    bench.find<QAbstractButton>(u"formToggle"_s)->click();
    QVERIFY(!prompt(bench)->isVisible());
    bench.window().showPage(u"settings"_s);
    bench.find<QAbstractButton>(u"welcome"_s)->click();
    QCOMPARE(bench.window().page(), u"compare"_s);
    QVERIFY(isShown(bench));
    QVERIFY2(prompt(bench)->isVisible(), "the steps are of the form");
}

void TestWelcome::staysAwayFromWhoWasHereBefore()
{
    WindowBench bench;
    bench.open();
    bench.generate();
    bench.images.completeAll();
    bench.close(); // the runs are noted
    first(bench);
    QVERIFY(!isShown(bench));
}

void TestWelcome::theWayIsToldByItsPrice()
{
    WindowBench bench;
    first(bench);
    bench.waitForPrices();
    const QString free = bench.text(u"welcome.lead"_s);
    CompareForm priced = form(bench);
    priced.models = QStringList {u"gpt-image-2"_s};
    bench.window().compare()->setForm(priced);
    bench.waitForPrices();
    QTRY_VERIFY(bench.text(u"welcome.lead"_s) != free);
    priced.models = QStringList {poster};
    bench.window().compare()->setForm(priced);
    bench.waitForPrices();
    QTRY_COMPARE(bench.text(u"welcome.lead"_s), free);
}

void TestWelcome::keysOfTheEnvironmentWorkAtOnce()
{
    qputenv(variable, secret);
    WindowBench bench;
    first(bench);
    QTRY_VERIFY(bench.find<QWidget>(u"welcome.key.openai.keep"_s)->isVisible());
    QVERIFY(bench.window().findChild<ProviderKeys *>()->isUsable(u"openai"_s));
    QCOMPARE(step(bench, 3), StepCard::State::Done);
    QVERIFY(bench.text(u"welcome.key.openai.state"_s) != bench.text(u"welcome.key.fal.state"_s));
    QVERIFY(!bench.find<QWidget>(u"welcome.key.fal.keep"_s)->isVisible());
    const QList<QWidget *> all = bench.window().findChildren<QWidget *>();
    for (const QWidget *widget : all) {
        for (const QString &said : {widget->accessibleName(), widget->accessibleDescription(), widget->toolTip()}) {
            QVERIFY2(!said.contains(QString::fromLatin1(secret.last(6))), qPrintable(widget->objectName()));
        }
        if (const auto *label = qobject_cast<const QLabel *>(widget); label && label->isVisible()) {
            QVERIFY(!label->text().contains(QString::fromLatin1(secret.last(4))));
        }
    }
    QVERIFY2(kept(bench).isEmpty(), "nothing is kept unasked");
}

void TestWelcome::keepPutsOneIntoTheKeychain()
{
    qputenv(variable, secret);
    WindowBench bench;
    first(bench);
    auto *keep = bench.find<QWidget>(u"welcome.key.openai.keep"_s);
    QTRY_VERIFY(keep->isVisible());
    keep->setFocus(Qt::TabFocusReason);
    QTest::keyClick(keep, Qt::Key_Return);
    QTRY_COMPARE(kept(bench), QByteArrayList {secret});
    QTRY_VERIFY(!keep->isVisible());
    QCOMPARE(bench.window().findChild<ProviderKeys *>()->state(u"openai"_s).source, KeySource::Keychain);
    QCOMPARE(QApplication::focusWidget(), bench.find<QWidget>(u"welcome.key.openai.act"_s));
    QVERIFY(!bench.find<QDialog>(u"keyDialog"_s));
}

void TestWelcome::withoutAKeychainItAsksFirst()
{
    qputenv(variable, secret);
    QString usual;
    {
        WindowBench other;
        first(other);
        usual = other.text(u"welcome.step.3.text"_s);
    }
    WindowBench bench;
    bench.keychain->state = SecretState::NoBackend;
    first(bench);
    QTRY_VERIFY(bench.text(u"welcome.step.3.text"_s) != usual);
    QTRY_VERIFY(bench.find<QWidget>(u"welcome.key.openai.keep"_s)->isVisible());
    click(bench, u"welcome.key.openai.keep"_s);
    QTRY_VERIFY(bench.find<QDialog>(u"keyDialog"_s));
    auto *dialog = bench.find<QDialog>(u"keyDialog"_s);
    QVERIFY(dialog->isVisible());
    QVERIFY(!dialog->findChild<QLineEdit *>(u"keyField"_s)->isVisible());
    const QList<QLineEdit *> fields = dialog->findChildren<QLineEdit *>();
    for (const QLineEdit *field : fields) {
        QVERIFY2(!field->text().contains(QString::fromLatin1(secret)), "never shown");
    }
    auto *save = dialog->findChild<QAbstractButton *>(u"keySave"_s);
    auto *session = dialog->findChild<QRadioButton *>(u"keyPlace.%1"_s.arg(static_cast<int>(KeySource::Session)));
    QTRY_VERIFY(session->isEnabled());
    QVERIFY(!dialog->findChild<QWidget *>(u"keyPlace.%1"_s.arg(static_cast<int>(KeySource::Keychain)))->isVisible());
    session->click();
    QTRY_VERIFY(save->isEnabled());
    QTest::mouseClick(save, Qt::LeftButton);
    QTRY_COMPARE(bench.window().findChild<ProviderKeys *>()->state(u"openai"_s).source, KeySource::Session);
    QVERIFY(kept(bench).isEmpty());
    QVERIFY(isShown(bench));
}

void TestWelcome::useItChoosesAModel()
{
    qputenv(variable, secret);
    WindowBench bench;
    first(bench);
    QTRY_VERIFY(bench.find<QWidget>(u"welcome.key.openai.keep"_s)->isVisible());
    const QStringList before = form(bench).models;
    const QString model = modelToTry(bench.catalog, *bench.window().findChild<ProviderKeys *>(), u"openai"_s);
    QVERIFY(!model.isEmpty());
    click(bench, u"welcome.key.openai.act"_s);
    QCOMPARE(form(bench).models, before + QStringList {model});
    bench.waitForPrices();
    QTRY_VERIFY(bench.find<QWidget>(u"generateButton"_s)->isEnabled());
    QVERIFY(bench.images.jobs().isEmpty());
    QVERIFY(modelToTry(bench.catalog, *bench.window().findChild<ProviderKeys *>(), u"nobody"_s).isEmpty());
}

void TestWelcome::addKeyAsksAboveThePage()
{
    WindowBench bench;
    first(bench);
    click(bench, u"welcome.key.fal.act"_s);
    auto *dialog = bench.find<QDialog>(u"keyDialog"_s);
    QVERIFY(dialog && dialog->isVisible());
    QCOMPARE(bench.window().page(), u"compare"_s);
    QVERIFY(dialog->accessibleName().contains(bench.window().findChild<ProviderKeys *>()->name(u"fal"_s)));
    dialog->findChild<QLineEdit *>(u"keyField"_s)->setText(u"a-key-of-mine"_s);
    auto *save = dialog->findChild<QAbstractButton *>(u"keySave"_s);
    QTRY_VERIFY(save->isEnabled());
    QTest::mouseClick(save, Qt::LeftButton);
    QTRY_COMPARE(kept(bench), QByteArrayList {"a-key-of-mine"});
    QTRY_COMPARE(step(bench, 3), StepCard::State::Done);
    QVERIFY(isShown(bench));
}

void TestWelcome::saysWhereThereIsNoConnection()
{
    WindowBench bench;
    first(bench);
    auto *keys = bench.window().findChild<KeysStep *>();
    keys->setOnline(true);
    const QString usual = bench.text(u"welcome.key.fal.state"_s);
    keys->setOnline(false);
    const QString offline = bench.text(u"welcome.key.fal.state"_s);
    QVERIFY(offline != usual);
    QCOMPARE(bench.text(u"welcome.key.openai.state"_s), offline);
    QVERIFY(bench.find<QWidget>(u"welcome.key.fal.act"_s)->isEnabled()); // the step stays
    keys->setOnline(true);
    QCOMPARE(bench.text(u"welcome.key.fal.state"_s), usual);
}

void TestWelcome::aPictureOfOursRecalls()
{
    WindowBench bench;
    first(bench);
    drop(bench.find<QWidget>(u"welcomePage"_s), file(u"made.png"_s, true));
    QTRY_COMPARE(form(bench).prompt, u"a secret garden"_s);
    QCOMPARE(form(bench).models, QStringList {u"sketchbook-scene"_s});
    QCOMPARE(form(bench).seed, 77);
    QVERIFY(form(bench).references.isEmpty());
    QVERIFY(isShown(bench));
}

void TestWelcome::anyOtherIsToBeEdited_data()
{
    QTest::addColumn<bool>("isDropped");
    QTest::newRow("dropped") << true;
    QTest::newRow("opened") << false;
}

void TestWelcome::anyOtherIsToBeEdited()
{
    QFETCH(bool, isDropped);
    WindowBench bench;
    first(bench);
    const QString path = file(u"boat.png"_s, false);
    if (isDropped) {
        drop(bench.find<QWidget>(u"welcomePage"_s), path);
    } else {
        bench.dialogs.nextFiles = QStringList {path};
        click(bench, u"welcome.open"_s);
        QVERIFY(bench.dialogs.filters.contains(u"*.png"_s));
    }
    const auto &list = bench.window().findChild<FormPane *>()->references()->list();
    QTRY_VERIFY(list.all().size() == 1 && list.all().constFirst().isReady());
    QCOMPARE(list.all().constFirst().name, u"boat.png"_s);
    QCOMPARE(form(bench).prompt, ComparePage::examplePrompt());
}

void TestWelcome::theEdgeLightsWhileDragging()
{
    WindowBench bench;
    first(bench);
    const auto *strip = bench.find<DropStrip>(u"welcome.drop"_s);
    auto *page = bench.find<QWidget>(u"welcomePage"_s);
    QMimeData data;
    QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, mimeOf(file(u"boat.png"_s, false), data), Qt::LeftButton,
                          Qt::NoModifier);
    QCoreApplication::sendEvent(page, &enter);
    QVERIFY(enter.isAccepted() && strip->isLit());
    QDragLeaveEvent leave;
    QCoreApplication::sendEvent(page, &leave);
    QVERIFY(!strip->isLit());
    QMimeData text;
    QDragEnterEvent other(QPoint(50, 50), Qt::CopyAction, mimeOf(m_folder->filePath(u"notes.txt"_s), text),
                          Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(page, &other);
    QVERIFY(!strip->isLit());
}

void TestWelcome::showsAroundByEnter()
{
    WindowBench bench;
    first(bench);
    auto *start = bench.find<QWidget>(u"welcome.tour"_s);
    start->setFocus(Qt::TabFocusReason);
    QTest::keyClick(start, Qt::Key_Return);
    auto *bubble = bench.find<QWidget>(u"tour"_s);
    QVERIFY(bubble && bubble->isVisible());
    QStringList titles;
    QList<QRect> places;
    for (int stop = 0; stop < 3; ++stop) {
        QVERIFY(bubble->isVisible());
        titles.append(bench.text(u"tour.title"_s));
        places.append(bubble->geometry());
        QVERIFY(bench.window().rect().contains(bubble->geometry().adjusted(14, 14, -14, -14)));
        QVERIFY2(!bench.text(u"tour.text"_s).isEmpty(), "something is said");
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    }
    QVERIFY(!bubble->isVisible());
    titles.removeDuplicates();
    QCOMPARE(titles.size(), 3);
    QVERIFY(places.at(0) != places.at(1) && places.at(1) != places.at(2));
    QCOMPARE(QApplication::focusWidget(), start);
    QVERIFY(isShown(bench));
    QVERIFY2(bench.images.jobs().isEmpty(), "Enter goes on, and no more");
}

void TestWelcome::theTourEndsByEscape()
{
    WindowBench bench;
    first(bench);
    click(bench, u"welcome.tour"_s);
    auto *bubble = bench.find<QWidget>(u"tour"_s);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!bubble->isVisible());
    click(bench, u"welcome.tour"_s);
    QVERIFY(bubble->isVisible()); // from the start again
    const QString title = bench.text(u"tour.title"_s);
    QTest::mouseClick(bench.find<QWidget>(u"tour.next"_s), Qt::LeftButton);
    QVERIFY(bench.text(u"tour.title"_s) != title);
    QTest::mouseClick(bench.find<QWidget>(u"tour.end"_s), Qt::LeftButton);
    QVERIFY(!bubble->isVisible());
    click(bench, u"welcome.tour"_s);
    QCOMPARE(bench.text(u"tour.title"_s), title);
}

void TestWelcome::linksLeadToTheirPages_data()
{
    QTest::addColumn<QString>("link");
    QTest::addColumn<QString>("page");
    QTest::newRow("catalog") << u"welcome.catalog"_s << u"catalog"_s;
    QTest::newRow("keys") << u"welcome.allKeys"_s << u"keys"_s;
    QTest::newRow("price") << u"welcome.note.budgets"_s << u"budgets"_s;
    QTest::newRow("stored") << u"welcome.note.settings"_s << u"settings"_s;
    QTest::newRow("programs") << u"welcome.note.gateway"_s << u"gateway"_s;
}

void TestWelcome::linksLeadToTheirPages()
{
    QFETCH(QString, link);
    QFETCH(QString, page);
    WindowBench bench;
    first(bench);
    click(bench, link);
    QCOMPARE(bench.window().page(), page);
    bench.window().showPage(u"compare"_s);
    QVERIFY(isShown(bench));
}

void TestWelcome::tabReachesAll()
{
    WindowBench bench;
    MainWindow &window = first(bench);
    QSet<const QWidget *> missed;
    const QList<QAbstractButton *> buttons = bench.find<QWidget>(u"welcomePage"_s)->findChildren<QAbstractButton *>();
    for (const QAbstractButton *button : buttons) {
        QVERIFY2(!button->objectName().isEmpty() && !button->accessibleName().isEmpty(),
                 qPrintable(button->objectName()));
        if (button->isVisibleTo(&window)) {
            missed.insert(button);
        }
    }
    QVERIFY(missed.size() > 12);
    prompt(bench)->setFocus();
    for (int step = 0; step < 120 && !missed.isEmpty(); ++step) {
        missed.remove(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    QVERIFY2(missed.isEmpty(), missed.isEmpty() ? "" : qPrintable((*missed.cbegin())->objectName()));
}

void TestWelcome::fitsNarrowAndWideWindows_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<bool>("isBeside");
    QTest::newRow("700") << QSize(700, 700) << false;
    QTest::newRow("1280") << QSize(1280, 800) << true;
    QTest::newRow("1920") << QSize(1920, 1080) << true;
}

void TestWelcome::fitsNarrowAndWideWindows()
{
    QFETCH(QSize, size);
    QFETCH(bool, isBeside);
    WindowBench bench;
    MainWindow &window = first(bench);
    window.setMinimumSize(0, 0);
    window.resize(size);
    QTRY_COMPARE(window.size(), size);
    const auto *scroll = bench.find<QScrollArea>(u"welcomeScroll"_s);
    const auto *one = bench.find<QWidget>(u"welcome.step.1"_s);
    const auto *three = bench.find<QWidget>(u"welcome.step.3"_s);
    QTRY_COMPARE(one->y() == three->y(), isBeside);
    QTRY_VERIFY2(scroll->widget()->width() <= scroll->viewport()->width(), "nothing is cut off at its side");
    const QList<QWidget *> all = scroll->widget()->findChildren<QWidget *>();
    for (const QWidget *widget : all) {
        if (widget->isVisible()) {
            const int right = widget->mapTo(scroll->widget(), QPoint(widget->width(), 0)).x();
            QVERIFY2(right <= scroll->viewport()->width(), qPrintable(widget->objectName()));
        }
    }
    if (isBeside) {
        QVERIFY2(scroll->verticalScrollBar()->maximum() == 0, "all of it is in sight");
    }
}

QTEST_MAIN(TestWelcome)
#include "test_welcome.moc"
