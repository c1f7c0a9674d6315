// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/media/ailabels.h"
#include "core/media/codec.h"
#include "core/media/recipe.h"
#include "core/secrets/keyring.h"
#include "core/storage/mediastore.h"
#include "tests/ui/galleryhome.h"
#include "tests/ui/samplepicture.h"
#include "tests/ui/windowbench.h"
#include "ui/compare/comparepage.h"
#include "ui/compare/formpane.h"
#include "ui/compare/modelrow.h"
#include "ui/compare/recall.h"
#include "ui/keys/providerkeys.h"
#include "ui/references/picturemime.h"
#include "ui/references/referencespanel.h"
#include "ui/references/referencetexts.h"
#include "ui/widgets/toast.h"

#include <QAbstractButton>
#include <QBuffer>
#include <QClipboard>
#include <QDir>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

/// Pictures that go in: how they come into the form, what becomes of them there, and what is sent.
class TestReferences : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void kindsOfDrops_data();
    void kindsOfDrops();
    void dropsOfFilesGoIn();
    void textsAreStillDroppedAndPasted();
    void pastesGoIn();
    void chosenFilesGoIn();
    void whatIsNoPictureIsTold();
    void thePictureOfACellGoesIn();
    void sameAgainIsTold();
    void areMovedRemovedAndBroughtBack();
    void areDraggedIntoOrder();
    void tabGoesThroughTheRows();
    void rolesAreThoseOfTheModels();
    void whatAModelCannotTakeIsHeldBack();
    void shapeFollowsThePicture();
    void controlsAboutPicturesCome();
    void areKeptOverARestart();
    void aMissingFileIsTold();
    void settingsHoldNoBytes();
    void unusedFilesAreForgotten();
    void recipesAreOffered();
    void recipesInTheBooksAreOffered();
    void labelsAreShownAsClaimed();
    void recipeIsRecalled();
    void unknownPartsStayEmpty();

private:
    static void ready(WindowBench &bench, const QStringList &models);
    static FormPane *form(WindowBench &bench) { return bench.window().findChild<FormPane *>(); }
    static QList<Reference> all(WindowBench &bench) { return form(bench)->references()->list().all(); }
    static bool isRead(WindowBench &bench, qsizetype count)
    {
        const QList<Reference> pictures = all(bench);
        return pictures.size() == count
            && std::all_of(pictures.cbegin(), pictures.cend(), [](const Reference &it) { return it.isReady(); });
    }
    QString file(const QString &name, QSize size = QSize(300, 200), int number = 1) const;
    static void drop(QWidget *onto, const QStringList &files);
    static QStringList names(WindowBench &bench)
    {
        QStringList names;
        for (const Reference &it : all(bench)) {
            names.append(it.name);
        }
        return names;
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

const QString painter = u"sketchbook-scene"_s;
const QString editor = u"gpt-image-2"_s;

void send(QWidget *onto, QMimeData &data)
{
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(onto, &enter);
    if (!enter.isAccepted()) {
        return;
    }
    QDropEvent drop(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(onto, &drop);
}

} // namespace

/// Below the folder of the build: what lies in the system's temporary folder is copied.
void TestReferences::init()
{
    m_folder = std::make_unique<QTemporaryDir>(QDir::current().filePath(u"references-XXXXXX"_s));
    QVERIFY(m_folder->isValid());
}

QString TestReferences::file(const QString &name, QSize size, int number) const
{
    const QString path = m_folder->filePath(name);
    samplePicture(size, number).save(path);
    return path;
}

void TestReferences::ready(WindowBench &bench, const QStringList &models)
{
    bench.open();
    const QList<ProviderInfo> providers = bench.window().findChild<ProviderKeys *>()->providers();
    for (const ProviderInfo &provider : providers) {
        bench.keyring().set(provider.id, "sk-0123456789abcdef", KeySource::Session, &bench.window(),
                            [](const Status &) {});
    }
    QTRY_VERIFY(bench.window().findChild<ProviderKeys *>()->isUsable(u"openai"_s));
    CompareForm form;
    form.prompt = u"a boat"_s;
    form.models = models;
    form.size.ratio = AspectRatio {16, 9};
    bench.window().compare()->setForm(form);
    bench.waitForPrices();
}

void TestReferences::drop(QWidget *onto, const QStringList &files)
{
    QMimeData data;
    QList<QUrl> urls;
    for (const QString &file : files) {
        urls.append(QUrl::fromLocalFile(file));
    }
    data.setUrls(urls);
    send(onto, data);
}

void TestReferences::kindsOfDrops_data()
{
    QTest::addColumn<QStringList>("urls");
    QTest::addColumn<bool>("pixels");
    QTest::addColumn<bool>("text");
    QTest::addColumn<bool>("anywhere");
    QTest::addColumn<bool>("besideText");
    QTest::newRow("file") << QStringList {u"file:///a/b.png"_s} << false << false << true << true;
    QTest::newRow("other case") << QStringList {u"file:///a/b.JPG"_s} << false << false << true << true;
    QTest::newRow("other file") << QStringList {u"file:///a/b.txt"_s} << false << false << false << false;
    QTest::newRow("address") << QStringList {u"https://example.org/b.png"_s} << false << false << false << false;
    QTest::newRow("pixels") << QStringList() << true << false << true << true;
    QTest::newRow("pixels of a word processor") << QStringList() << true << true << true << false;
    QTest::newRow("text") << QStringList() << false << true << false << false;
    QTest::newRow("some are pictures") << QStringList {u"file:///a.txt"_s, u"file:///b.webp"_s} << false << false
                                       << true << true;
}

void TestReferences::kindsOfDrops()
{
    QFETCH(QStringList, urls);
    QMimeData data;
    if (!urls.isEmpty()) {
        data.setUrls(QUrl::fromStringList(urls));
    }
    QFETCH(bool, pixels);
    if (pixels) {
        data.setImageData(samplePicture(QSize(4, 4), 1));
    }
    QFETCH(bool, text);
    if (text) {
        data.setText(u"a letter"_s);
    }
    QTEST(picturemime::hasPictures(&data), "anywhere");
    QTEST(picturemime::hasPictures(&data, picturemime::Beside::Text), "besideText");
    QVERIFY(!picturemime::hasPictures(nullptr));
}

void TestReferences::dropsOfFilesGoIn()
{
    WindowBench bench;
    ready(bench, {editor});
    drop(form(bench), {file(u"one.png"_s), file(u"two.jpg"_s, QSize(64, 48), 2), m_folder->filePath(u"notes.txt"_s)});
    QTRY_VERIFY(isRead(bench, 2));
    QCOMPARE(names(bench), (QStringList {u"one.png"_s, u"two.jpg"_s}));
    QCOMPARE(all(bench).constFirst().size, QSize(300, 200));
    QVERIFY(bench.text(u"reference.0.facts"_s).contains(u"300"_s));
    drop(bench.find<QPlainTextEdit>(u"promptEdit"_s)->viewport(), {file(u"three.png"_s, QSize(64, 64), 3)});
    QTRY_VERIFY(isRead(bench, 3));
    QCOMPARE(bench.find<QPlainTextEdit>(u"promptEdit"_s)->toPlainText(), u"a boat"_s);
    bench.generate();
    QCOMPARE(bench.images.jobs().size(), 1);
    const Request request = bench.images.jobs().constFirst().request;
    QCOMPARE(request.images.size(), 3);
    QCOMPARE(request.images.at(1).name, u"two.jpg"_s);
    QVERIFY(decodeImage(request.images.at(2).bytes));
    QVERIFY(!request.mask);
    bench.images.completeAll();
}

void TestReferences::textsAreStillDroppedAndPasted()
{
    WindowBench bench;
    ready(bench, {editor});
    auto *prompt = bench.find<QPlainTextEdit>(u"promptEdit"_s);
    QMimeData data;
    data.setText(u"red "_s);
    send(prompt->viewport(), data);
    QVERIFY(prompt->toPlainText().contains(u"red "_s));
    QGuiApplication::clipboard()->setText(u"blue"_s);
    prompt->setFocus();
    QTest::keySequence(prompt, QKeySequence::Paste);
    QVERIFY(prompt->toPlainText().contains(u"blue"_s));
    QVERIFY(all(bench).isEmpty());
}

void TestReferences::pastesGoIn()
{
    WindowBench bench;
    ready(bench, {editor});
    auto *prompt = bench.find<QPlainTextEdit>(u"promptEdit"_s);
    QGuiApplication::clipboard()->setImage(samplePicture(QSize(80, 60), 4));
    prompt->setFocus();
    QTest::keySequence(prompt, QKeySequence::Paste);
    QTRY_VERIFY(isRead(bench, 1));
    auto *files = new QMimeData;
    files->setUrls({QUrl::fromLocalFile(file(u"one.png"_s))});
    QGuiApplication::clipboard()->setMimeData(files);
    QAbstractButton *add = bench.find<QAbstractButton>(u"addReference"_s); // away from any field
    add->setFocus();
    QTest::keySequence(add, QKeySequence::Paste);
    QTRY_VERIFY(isRead(bench, 2));
    QCOMPARE(all(bench).at(1).name, u"one.png"_s);
    QVERIFY(all(bench).at(0).path.isEmpty());
    QVERIFY(!MediaStore(bench.folder.filePath(u"references"_s)).pathOf(all(bench).at(0).id).isEmpty());
    auto *encoded = new QMimeData;
    QBuffer png;
    samplePicture(QSize(70, 60), 5).save(&png, "PNG");
    encoded->setData(u"image/png"_s, png.data());
    QGuiApplication::clipboard()->setMimeData(encoded);
    QTest::keySequence(add, QKeySequence::Paste);
    QTRY_VERIFY(isRead(bench, 3));
    QCOMPARE(all(bench).at(2).size, QSize(70, 60));
    QGuiApplication::clipboard()->clear();
}

void TestReferences::chosenFilesGoIn()
{
    WindowBench bench;
    ready(bench, {editor});
    auto *add = bench.find<QAbstractButton>(u"addReference"_s);
    QTest::mouseClick(add, Qt::LeftButton); // never mind
    QVERIFY(all(bench).isEmpty());
    QVERIFY(bench.dialogs.filters.contains(u"*.png"_s));
    bench.dialogs.nextFiles = QStringList {file(u"one.png"_s), file(u"two.png"_s, QSize(90, 90), 2)};
    add->setFocus();
    QTest::keyClick(add, Qt::Key_R, Qt::ControlModifier);
    QTRY_VERIFY(isRead(bench, 2));
}

void TestReferences::whatIsNoPictureIsTold()
{
    WindowBench bench;
    ready(bench, {editor});
    QFile broken(m_folder->filePath(u"broken.png"_s));
    QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("no picture") > 0);
    broken.close();
    QSignalSpy said(bench.window().compare(), &ComparePage::say);
    drop(form(bench), {broken.fileName(), file(u"one.png"_s)});
    QTRY_VERIFY(isRead(bench, 1));
    QTRY_COMPARE(said.size(), 1);
    QCOMPARE(said.constFirst().constFirst().value<Meaning>(), Meaning::Bad);
    QVERIFY(said.constFirst().at(1).toString().contains(u"broken.png"_s));
    QCOMPARE(names(bench), QStringList {u"one.png"_s});
}

void TestReferences::thePictureOfACellGoesIn()
{
    WindowBench bench;
    ready(bench, {painter});
    bench.generate();
    bench.images.completeAll();
    QTRY_VERIFY(bench.window().compare()->session().cell(1, 0)->picture());
    bench.find<QAbstractButton>(u"cell.1.0.footer.more"_s)->click();
    auto *use = bench.find<QMenu>(u"cellMenu"_s)->findChild<QAction *>(u"cellMenu.reference"_s);
    QVERIFY(use);
    use->trigger();
    QTRY_VERIFY(isRead(bench, 1));
    QVERIFY2(all(bench).constFirst().name.endsWith(u".png"_s), qPrintable(all(bench).constFirst().name));
    QVERIFY(!readRecipe(all(bench).constFirst().bytes)); // how it was made is nobody's business
    delete bench.find<QMenu>(u"cellMenu"_s);
}

void TestReferences::sameAgainIsTold()
{
    WindowBench bench;
    ready(bench, {editor});
    drop(form(bench), {file(u"one.png"_s)});
    QTRY_VERIFY(isRead(bench, 1));
    QSignalSpy said(bench.window().compare(), &ComparePage::say);
    drop(form(bench), {file(u"copy.png"_s)});
    QTRY_COMPARE(said.size(), 1);
    QVERIFY(isRead(bench, 1));
    for (int number = 0; number < ReferenceList::most + 1; ++number) {
        bench.window().compare()->addReference(file(u"%1.png"_s.arg(number), QSize(20 + number, 20), number));
    }
    QTRY_VERIFY(isRead(bench, ReferenceList::most));
    QVERIFY(said.size() > 1);
}

void TestReferences::areMovedRemovedAndBroughtBack()
{
    WindowBench bench;
    ready(bench, {editor});
    drop(form(bench),
         {file(u"a.png"_s, QSize(30, 20), 1), file(u"b.png"_s, QSize(31, 20), 2), file(u"c.png"_s, QSize(32, 20), 3)});
    QTRY_VERIFY(isRead(bench, 3));
    auto *first = bench.find<QAbstractButton>(u"reference.0.remove"_s);
    first->setFocus();
    QTest::keyClick(first, Qt::Key_Up, Qt::AltModifier); // it is the first
    QCOMPARE(names(bench), (QStringList {u"a.png"_s, u"b.png"_s, u"c.png"_s}));
    QTest::keyClick(first, Qt::Key_Down, Qt::AltModifier);
    QTest::keyClick(first, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(names(bench), (QStringList {u"b.png"_s, u"c.png"_s, u"a.png"_s}));
    QVERIFY(first->hasFocus()); // the keyboard went along
    QTest::keyClick(first, Qt::Key_Delete);
    QCOMPARE(names(bench), (QStringList {u"b.png"_s, u"c.png"_s}));
    QWidget *next = QApplication::focusWidget();
    QCOMPARE(next->objectName(), u"reference.1.remove"_s);
    QTest::keySequence(next, QKeySequence::Undo);
    QCOMPARE(names(bench), (QStringList {u"b.png"_s, u"c.png"_s, u"a.png"_s}));
    QTest::keySequence(QApplication::focusWidget(), QKeySequence::Undo);
    QTest::keySequence(QApplication::focusWidget(), QKeySequence::Undo);
    QCOMPARE(names(bench), (QStringList {u"a.png"_s, u"b.png"_s, u"c.png"_s}));
    for (int left = 3; left > 0; --left) {
        QTest::mouseClick(bench.find<QAbstractButton>(u"reference.0.remove"_s), Qt::LeftButton);
        QTest::qWait(QApplication::doubleClickInterval()); // as a person who looks
    }
    QVERIFY(all(bench).isEmpty());
    auto *add = bench.find<QAbstractButton>(u"addReference"_s);
    QVERIFY(add->hasFocus());
    QTest::keySequence(add, QKeySequence::Undo);
    QCOMPARE(names(bench), QStringList {u"c.png"_s});
}

void TestReferences::areDraggedIntoOrder()
{
    WindowBench bench;
    ready(bench, {editor});
    drop(form(bench), {file(u"a.png"_s, QSize(30, 20), 1), file(u"b.png"_s, QSize(31, 20), 2)});
    QTRY_VERIFY(isRead(bench, 2));
    auto *row = bench.find<QWidget>(u"reference.0"_s);
    QTest::mousePress(row, Qt::LeftButton, {}, QPoint(20, 20));
    QTest::mouseMove(row, QPoint(20, row->height() + 10));
    QTest::mouseRelease(row, Qt::LeftButton, {}, QPoint(20, 20));
    QCOMPARE(names(bench), (QStringList {u"b.png"_s, u"a.png"_s}));
    bench.generate();
    QCOMPARE(bench.images.jobs().constFirst().request.images.constFirst().name, u"b.png"_s);
    bench.images.completeAll();
}

void TestReferences::tabGoesThroughTheRows()
{
    WindowBench bench;
    ready(bench, {editor});
    drop(form(bench), {file(u"a.png"_s, QSize(30, 20), 1), file(u"b.png"_s, QSize(31, 20), 2)});
    QTRY_VERIFY(isRead(bench, 2));
    bench.find<QWidget>(u"promptEdit"_s)->setFocus();
    for (const QString &next : {u"reference.0.remove"_s, u"reference.0.mask"_s, u"reference.1.remove"_s,
                                u"addReference"_s, u"negativePromptToggle"_s, QString(u"removeModel."_s + editor)}) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget()->objectName(), next);
    }
}

void TestReferences::rolesAreThoseOfTheModels()
{
    WindowBench bench;
    ready(bench, {editor});
    drop(form(bench), {file(u"a.png"_s)});
    QTRY_VERIFY(isRead(bench, 1));
    QVERIFY(!bench.find<QWidget>(u"reference.0.role"_s)->isVisible());
    bench.window().compare()->addModel(u"ideogram-v3"_s);
    bench.waitForPrices();
    auto *role = bench.find<QAbstractButton>(u"reference.0.role"_s);
    QTRY_VERIFY(role->isVisible());
    QTest::mouseClick(role, Qt::LeftButton);
    auto *menu = bench.find<QMenu>(u"roleMenu"_s);
    QVERIFY(menu);
    auto *style = menu->findChild<QAction *>(u"role.style"_s);
    QVERIFY(style);
    style->trigger();
    menu->close();
    QCOMPARE(all(bench).constFirst().role, ImageRole::Style);
    bench.waitForPrices();
    // The one that has no such role is not asked.
    QTRY_VERIFY(!bench.find<QWidget>(u"modelRow."_s + editor)->accessibleDescription().isEmpty());
    bench.generate();
    QCOMPARE(bench.images.jobs().size(), 1);
    QCOMPARE(bench.images.jobs().constFirst().request.images.constFirst().role, ImageRole::Style);
    bench.images.completeAll();
}

void TestReferences::whatAModelCannotTakeIsHeldBack()
{
    WindowBench bench;
    bench.images.prices.insert(editor, Money::fromDollars(0.04));
    ready(bench, {painter, editor});
    QVERIFY(bench.find<QWidget>(u"modelRow."_s + painter)->accessibleDescription().isEmpty());
    drop(form(bench), {file(u"a.png"_s)});
    QTRY_VERIFY(isRead(bench, 1));
    bench.waitForPrices();
    QTRY_COMPARE(bench.text(u"modelSign."_s + painter), u"takes no pictures"_s);
    QVERIFY(!bench.find<QWidget>(u"modelRow."_s + painter)->accessibleDescription().isEmpty());
    QVERIFY(bench.find<QPushButton>(u"generateButton"_s)->text().contains(u'1'));
    bench.generate();
    QCOMPARE(bench.images.jobs().size(), 1);
    QCOMPARE(bench.images.jobs().constFirst().request.model, editor);
    QTest::mouseClick(bench.find<QAbstractButton>(u"reference.0.remove"_s), Qt::LeftButton);
    bench.waitForPrices();
    QTRY_VERIFY(bench.find<QWidget>(u"modelRow."_s + painter)->accessibleDescription().isEmpty());
    bench.images.completeAll();
}

void TestReferences::shapeFollowsThePicture()
{
    WindowBench bench;
    ready(bench, {editor});
    auto *followed = bench.find<QAbstractButton>(u"shapeOfPicture"_s);
    QVERIFY(!followed->isVisible());
    drop(form(bench), {file(u"a.png"_s)});
    QTRY_VERIFY(isRead(bench, 1));
    QVERIFY(followed->isVisible() && followed->isChecked());
    QVERIFY(bench.window().compare()->form().size.isEmpty());
    CompareForm other = bench.window().compare()->form();
    other.size.ratio = AspectRatio {1, 1};
    bench.window().compare()->setForm(other);
    QCOMPARE(bench.window().compare()->form().size.ratio, (AspectRatio {1, 1}));
    QTest::mouseClick(followed, Qt::LeftButton);
    QVERIFY(bench.window().compare()->form().size.isEmpty());
    QTest::mouseClick(bench.find<QAbstractButton>(u"reference.0.remove"_s), Qt::LeftButton);
    QVERIFY(!followed->isVisible());
    QCOMPARE(bench.window().compare()->form().size.ratio, (AspectRatio {1, 1})); // as it was
}

void TestReferences::controlsAboutPicturesCome()
{
    QString model;
    WindowBench bench;
    for (const Model &it : bench.catalog.models()) {
        const Result<Resolution> found = bench.catalog.resolve(it.slug);
        if (found && !found->offers.isEmpty() && found->offers.constFirst().supports(u"strength"_s)
            && found->offers.constFirst().hasMode(u"text-to-image"_s)) {
            model = it.slug;
            break;
        }
    }
    QVERIFY(!model.isEmpty());
    ready(bench, {model});
    bench.find<QPushButton>(u"advancedToggle"_s)->setChecked(true);
    auto *strength = bench.find<QWidget>(u"strength"_s);
    QVERIFY(!strength->isVisible());
    drop(form(bench), {file(u"a.png"_s)});
    QTRY_VERIFY(isRead(bench, 1));
    bench.waitForPrices();
    QTRY_VERIFY(strength->isVisible());
    strength->setProperty("value", 0.4);
    QCOMPARE(bench.window().compare()->form().tuning.strength, 0.4);
    QTest::mouseClick(bench.find<QAbstractButton>(u"reference.0.remove"_s), Qt::LeftButton);
    bench.waitForPrices();
    QVERIFY(strength->isVisible()); // what is asked is never hidden
}

void TestReferences::areKeptOverARestart()
{
    WindowBench bench;
    ready(bench, {editor});
    QGuiApplication::clipboard()->setImage(samplePicture(QSize(80, 60), 4));
    drop(form(bench), {file(u"a.png"_s)});
    QTRY_VERIFY(isRead(bench, 1));
    form(bench)->references()->paste();
    QTRY_VERIFY(isRead(bench, 2));
    const QList<Reference> before = all(bench);
    bench.open();
    QCOMPARE(all(bench).size(), 2); // at once, and read behind it
    QTRY_VERIFY(isRead(bench, 2));
    QCOMPARE(all(bench), before);
    QCOMPARE(all(bench).constLast().bytes, before.constLast().bytes);
    QVERIFY(bench.window().compare()->form().size.isEmpty());
    QGuiApplication::clipboard()->clear();
}

void TestReferences::aMissingFileIsTold()
{
    WindowBench bench;
    ready(bench, {editor});
    const QString path = file(u"a.png"_s);
    drop(form(bench), {path});
    QTRY_VERIFY(isRead(bench, 1));
    QVERIFY(QFile::remove(path));
    bench.open();
    QTRY_COMPARE(all(bench).constFirst().state, Reference::State::Missing);
    QVERIFY(bench.window().findChild<Toast *>()->text().contains(u"a.png"_s));
    QVERIFY(!bench.find<QPushButton>(u"generateButton"_s)->isEnabled());
    bench.open(); // it is not forgotten by that
    QTRY_COMPARE(all(bench).constFirst().state, Reference::State::Missing);
    QTest::mouseClick(bench.find<QAbstractButton>(u"reference.0.remove"_s), Qt::LeftButton);
    bench.waitForPrices();
    QTRY_VERIFY(bench.find<QPushButton>(u"generateButton"_s)->isEnabled());
}

void TestReferences::settingsHoldNoBytes()
{
    WindowBench bench;
    ready(bench, {editor});
    drop(form(bench), {file(u"a.png"_s, QSize(800, 600))});
    QTRY_VERIFY(isRead(bench, 1));
    const qsizetype bytes = all(bench).constFirst().bytes.size();
    bench.close();
    const QByteArray kept = bench.settings().value(Setting::CompareForm).toByteArray();
    QVERIFY(kept.contains("a.png"));
    QVERIFY2(kept.size() < 1000 && kept.size() < bytes, qPrintable(QString::number(kept.size())));
    CompareForm form;
    form.references = referencesFromJson({QJsonObject {{u"path"_s, u"/x/../y.png"_s}, {u"name"_s, u"../../y.png"_s}},
                                          QJsonObject {{u"id"_s, u"../../etc/passwd"_s}}, QJsonValue(7)});
    QCOMPARE(form.references.size(), 1); // what is no content address is none
    QCOMPARE(form.references.constFirst().name, u"y.png"_s);
}

void TestReferences::unusedFilesAreForgotten()
{
    WindowBench bench;
    ready(bench, {editor});
    const MediaStore store(bench.folder.filePath(u"references"_s));
    for (int number = 0; number < 2; ++number) {
        QGuiApplication::clipboard()->setImage(samplePicture(QSize(80, 60 + number), number));
        form(bench)->references()->paste();
        QTRY_VERIFY(isRead(bench, number + 1));
    }
    const QString stays = all(bench).constFirst().id;
    QCOMPARE(store.files().size(), 2);
    QTest::mouseClick(bench.find<QAbstractButton>(u"reference.1.remove"_s), Qt::LeftButton);
    QCOMPARE(store.files().size(), 2); // it may come back
    bench.open();
    QTRY_COMPARE(store.files().size(), 1);
    QVERIFY(store.files().constFirst().contains(stays));
    QGuiApplication::clipboard()->clear();
}

void TestReferences::recipesAreOffered()
{
    WindowBench bench;
    ready(bench, {editor});
    Recipe recipe;
    recipe.prompt = u"a secret garden"_s;
    recipe.model = painter;
    recipe.seed = 77;
    recipe.size = QSize(640, 480);
    QFile plain(file(u"made.png"_s, QSize(640, 480)));
    QVERIFY(plain.open(QIODevice::ReadWrite));
    const Result<QByteArray> told = embedRecipe(plain.readAll(), ImageFormat::Png, recipe);
    QVERIFY(told && plain.seek(0) && plain.write(*told) == told->size());
    plain.close();
    auto *card = bench.find<QWidget>(u"recipeCard"_s);
    QVERIFY(!card->isVisible());
    drop(form(bench), {plain.fileName()});
    QTRY_VERIFY(card->isVisible());
    QVERIFY(all(bench).isEmpty()); // neither was chosen
    QVERIFY(bench.find<QAbstractButton>(u"recallRecipe"_s)->hasFocus());
    QVERIFY(bench.text(u"recipeFacts"_s).contains(u"77"_s));
    QVERIFY(bench.text(u"recipeLabels"_s).contains(QLatin1StringView(sourcetype::generated)));
    QTest::keyClick(bench.find<QWidget>(u"recallRecipe"_s), Qt::Key_Escape);
    QVERIFY(!card->isVisible());
    drop(form(bench), {plain.fileName()});
    QTRY_VERIFY(card->isVisible());
    QTest::mouseClick(bench.find<QAbstractButton>(u"useAsReference"_s), Qt::LeftButton);
    QVERIFY(isRead(bench, 1));
    QVERIFY(!card->isVisible());
    QTest::mouseClick(bench.find<QAbstractButton>(u"reference.0.remove"_s), Qt::LeftButton);
    drop(form(bench), {plain.fileName()});
    QTRY_VERIFY(card->isVisible());
    QTest::keyClick(bench.find<QWidget>(u"recallRecipe"_s), Qt::Key_Return);
    const CompareForm form = bench.window().compare()->form();
    QCOMPARE(form.prompt, recipe.prompt);
    QCOMPARE(form.models, QStringList {painter});
    QCOMPARE(form.seed, 77);
    QCOMPARE(form.size.pixels, QSize(640, 480));
    QVERIFY(form.references.isEmpty());
    drop(TestReferences::form(bench), {file(u"plain.png"_s)}); // nothing to tell
    QTRY_VERIFY(isRead(bench, 1));
    QVERIFY(!card->isVisible());
}

/// Of a file that says nothing of itself.
void TestReferences::recipesInTheBooksAreOffered()
{
    WindowBench bench;
    GalleryHome home(bench);
    home.make({.prompt = u"a secret garden"_s});
    ready(bench, {editor});
    const QString copy = file(u"copy.jpg"_s, QSize(640, 480)); // which another picture takes the place of
    QVERIFY(QFile::remove(copy) && QFile::copy(home.pictures().first().path, copy));
    auto *card = bench.find<QWidget>(u"recipeCard"_s);
    drop(form(bench), {copy});
    QTRY_VERIFY(card->isVisible());
    QVERIFY(!bench.find<QWidget>(u"recipeLabels"_s)->isVisible()); // nobody claims anything
    QTest::keyClick(bench.find<QWidget>(u"recallRecipe"_s), Qt::Key_Return);
    QCOMPARE(bench.window().compare()->form().prompt, u"a secret garden"_s);
}

/// Beside a recipe on its card; of a picture without one in a word when it was added.
void TestReferences::labelsAreShownAsClaimed()
{
    WindowBench bench;
    ready(bench, {editor});
    QFile labelled(file(u"labelled.png"_s, QSize(64, 48)));
    QVERIFY(labelled.open(QIODevice::ReadWrite));
    const QByteArray plain = labelled.readAll();
    const QByteArray said = withLabels(
        plain, {.digitalSourceType = QString::fromLatin1(sourcetype::edited), .aigc = u"{\"Label\":\"1\"}"_s});
    QVERIFY(said != plain && labelled.seek(0) && labelled.write(said) == said.size());
    labelled.close();
    QSignalSpy told(bench.window().compare(), &ComparePage::say);
    drop(form(bench), {labelled.fileName()});
    QTRY_COMPARE(told.size(), 1);
    QTRY_VERIFY(isRead(bench, 1));
    QCOMPARE(told.constFirst().constFirst().value<Meaning>(), Meaning::Info);
    const QString words = told.constFirst().at(1).toString();
    QVERIFY2(words.contains(u"labelled.png"_s) && words.contains(QLatin1StringView(sourcetype::edited)),
             qPrintable(words));
    drop(form(bench), {file(u"plain.png"_s)});
    QTRY_VERIFY(isRead(bench, 2));
    QCOMPARE(told.size(), 1); // nothing is said of what says nothing

    PictureClaims claims;
    QVERIFY(referencetexts::labels(claims).isEmpty());
    claims.labels.system = u"Firefly"_s;
    claims.labels.systemVersion = u"3"_s;
    claims.credentials =
        ClaimedCredentials {.generator = u"a program"_s, .signedBy = u"Adobe"_s, .title = {}, .actions = {}};
    const QString all = referencetexts::labels(claims);
    QVERIFY2(all.contains(u"Firefly 3"_s) && all.contains(u"Adobe"_s), qPrintable(all));
    claims.credentials->signedBy.clear();
    QVERIFY(referencetexts::labels(claims).contains(u"a program"_s));
}

void TestReferences::recipeIsRecalled()
{
    const Catalog catalog = Catalog::builtIn();
    CompareForm before;
    before.prompt = u"before"_s;
    before.models = QStringList {editor};
    before.pictures = 3;
    before.quality = u"high"_s;
    before.seed = 1;
    PictureClaims claims;
    ClaimedRecipe recipe;
    recipe.program = u"ComfyUI"_s;
    recipe.prompt = u"a cat"_s;
    recipe.negativePrompt = u"blur"_s;
    recipe.model = u"black-forest-labs/flux-2-pro"_s;
    recipe.seed = u"42"_s;
    recipe.size = QSize(512, 768);
    recipe.tuning.steps = 20;
    claims.recipe = recipe;
    const Recalled all = recalled(before, *recipeOf(claims), Recall::All, catalog);
    QVERIFY(all.unknownModel.isEmpty());
    QCOMPARE(all.form.prompt, u"a cat"_s);
    QCOMPARE(all.form.negativePrompt, u"blur"_s);
    QCOMPARE(all.form.models, QStringList {u"flux-2-pro"_s});
    QCOMPARE(all.form.seed, 42);
    QCOMPARE(all.form.size.pixels, QSize(512, 768));
    QCOMPARE(all.form.tuning.steps, 20);
    QCOMPARE(all.form.pictures, 3); // no recipe says it
    QVERIFY(all.form.quality.isEmpty());
    QVERIFY(!recipeOf(PictureClaims()));
}

void TestReferences::unknownPartsStayEmpty()
{
    const Catalog catalog = Catalog::builtIn();
    CompareForm before;
    before.models = QStringList {editor};
    before.negativePrompt = u"people"_s;
    before.size.ratio = AspectRatio {3, 2};
    before.seed = 5;
    before.tuning.guidance = 3;
    PictureClaims claims;
    claims.recipe = ClaimedRecipe();
    claims.recipe->prompt = u"a cat"_s;
    claims.recipe->model = u"someMerge_v12.safetensors"_s;
    claims.recipe->seed = u"18446744073709551615"_s; // more than anybody takes
    const Recalled all = recalled(before, *recipeOf(claims), Recall::All, catalog);
    QCOMPARE(all.unknownModel, u"someMerge_v12.safetensors"_s);
    QCOMPARE(all.form.models, before.models);
    QVERIFY(all.form.negativePrompt.isEmpty());
    QVERIFY(!all.form.seed);
    QVERIFY(!all.form.tuning.guidance);
    QCOMPARE(all.form.size.ratio, before.size.ratio); // some shape it has to be
}

QTEST_MAIN(TestReferences)
#include "test_references.moc"
