// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Shows the real window on the fake engine, or grabs its pages into a folder: for work on the window without keys.
//   preview                            the window
//   preview --shots DIR [WxH]          every page, light and dark, in several states
//   preview --shots DIR WxH --budgets  the Budgets page alone
//   preview --shots DIR WxH --gallery  the Gallery page alone
//   preview --shots DIR WxH --export   the Export page alone, in several states
//   preview --shots DIR WxH --compare  the Compare page alone, in all its states
//   preview --shots DIR WxH --views    Loupe and A/B alone
//   preview --shots DIR WxH --explain  explanations alone
//   preview --shots DIR WxH --welcome  the page of the first start alone, in several states
//   preview --shots DIR WxH --mask     reference pictures and the mask painter alone
#include "core/adapter/vendorreasons.h"
#include "core/engine/attemptreasons.h"
#include "core/gateway/clientregistry.h"
#include "core/gateway/gateway.h"
#include "core/media/codec.h"
#include "core/media/recipe.h"
#include "core/routing/routereasons.h"
#include "core/secrets/keyring.h"
#include "tests/ui/galleryhome.h"
#include "tests/ui/samplepicture.h"
#include "tests/ui/windowbench.h"
#include "ui/compare/comparepage.h"
#include "ui/compare/formpane.h"
#include "ui/compare/modelpicker.h"
#include "ui/compare/modelspanel.h"
#include "ui/gallery/filterpill.h"
#include "ui/gallery/gallerycanvas.h"
#include "ui/gallery/gallerypage.h"
#include "ui/keys/keyspage.h"
#include "ui/mask/maskcanvas.h"
#include "ui/settings/settingspage.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QBuffer>
#include <QComboBox>
#include <QDialog>
#include <QDir>
#include <QDropEvent>
#include <QHostAddress>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>
#include <QScrollArea>
#include <QScrollBar>
#include <QSlider>
#include <QTableView>
#include <QTcpServer>
#include <QTest>
#include <QWheelEvent>

using namespace lightwell;
using namespace lightwell::test;
using namespace Qt::StringLiterals;

namespace {

void shoot(QWidget &widget, WindowBench &bench, const QString &folder, const QString &name)
{
    for (const bool dark : {false, true}) {
        bench.theme->setChoice(dark ? Theme::Choice::Dark : Theme::Choice::Light);
        QTest::qWait(250);
        widget.grab().save(QDir(folder).filePath(name + (dark ? u"-dark.png"_s : u"-light.png"_s)));
    }
}

Progress painting(double fraction)
{
    Progress progress;
    progress.stage = Progress::Stage::Waiting;
    progress.fraction = fraction;
    progress.provider = u"sketchbook"_s;
    return progress;
}

void shootStates(MainWindow &window, WindowBench &bench, const QString &folder)
{
    ComparePage &page = *window.compare();
    CompareForm form;
    form.prompt = ComparePage::examplePrompt();
    form.models = QStringList {u"sketchbook-scene"_s, u"sketchbook-pattern"_s, u"sketchbook-poster"_s};
    form.size.ratio = AspectRatio {16, 9};
    form.pictures = 2;
    form.seed = 482910;
    form.format = ImageFormat::Webp;
    page.setForm(form);
    bench.generate();
    QTest::qWait(300);
    bench.images.revisedPrompt = u"A tall white lighthouse on a rocky headland at dusk, its lamp just lit, gulls over "
                                 "the breakers, oil on canvas, warm light from the left."_s;
    bench.images.complete(0);
    bench.images.complete(1, QSize(1024, 1024));
    bench.images.complete(2, QSize(1344, 576));
    bench.images.progress(3, painting(0.63));
    Error busy = notSent(ErrorKind::Overloaded, u"It refused before any work began."_s);
    busy.retryAfter = std::chrono::seconds(8);
    bench.images.fail(4, GenerationStatus::Failed, busy);
    Error lost;
    lost.kind = ErrorKind::Network;
    lost.message = u"The connection was lost after the request had been sent."_s;
    bench.images.fail(5, GenerationStatus::Unknown, lost);
    QTest::qWait(900);
    shoot(window, bench, folder, u"compare"_s);
    page.session().cancelAll();
    QTest::qWait(200);
    const QList<ProviderInfo> providers = bench.adapters.providers();
    for (const ProviderInfo &provider : providers) {
        bench.keyring().set(provider.id, "sk-preview-0000", KeySource::Session, &window, [](const Status &) {});
    }
    form.models = QStringList {u"flux-2-pro"_s, u"gpt-image-2"_s, u"gemini-3-pro-image"_s, u"sketchbook-scene"_s};
    form.size = {};
    form.size.pixels = QSize(1536, 640);
    form.fit = Fit::Crop;
    form.pictures = 1;
    form.format = ImageFormat::Png;
    form.negativePrompt = u"people, text"_s;
    page.setForm(form);
    bench.generate();
    QTest::qWait(200);
    bench.images.complete(6);
    bench.images.fail(7, GenerationStatus::Failed,
                      notSent(ErrorKind::NoKey, u"There is no key for OpenAI yet. Add one on the Keys page."_s));
    bench.images.fail(8, GenerationStatus::Failed, busy);
    bench.images.fail(9, GenerationStatus::Failed, busy);
    QTest::qWait(600);
    shoot(window, bench, folder, u"compare-second"_s);
    bench.images.completeAll();
}

/// One picture each, several each, under way, with failures, enlarged.
void shootCompare(MainWindow &window, WindowBench &bench, const QString &folder)
{
    ComparePage &page = *window.compare();
    const QList<ProviderInfo> providers = bench.adapters.providers();
    for (const ProviderInfo &provider : providers) {
        if (provider.id != u"recraft"_s) {
            bench.keyring().set(provider.id, "sk-preview-0000", KeySource::Session, &window, [](const Status &) {});
        }
    }
    bench.images.records = QList<OfferRecord> {
        {.provider = u"openai"_s, .providerModel = u"gpt-image-2"_s, .made = 12, .medianMs = 20'000}};
    CompareForm form;
    form.prompt = ComparePage::examplePrompt();
    form.models = QStringList {u"flux-2-pro"_s, u"seedream-4.5"_s, u"gpt-image-2"_s};
    form.size.ratio = AspectRatio {3, 2};
    form.seed = 482910;
    page.setForm(form);
    bench.generate();
    QTest::qWait(200);
    bench.images.completeAll();
    QTest::qWait(900);
    if (auto *star = window.findChild<QAbstractButton *>(u"cell.1.0.footer.star"_s)) { // a slow computer has none yet
        QTest::mouseClick(star, Qt::LeftButton);
    }
    shoot(window, bench, folder, u"compare-three"_s);
    form.models = QStringList {u"sketchbook-scene"_s, u"sketchbook-pattern"_s, u"flux-2-pro"_s,  u"seedream-4.5"_s,
                               u"gpt-image-2"_s,      u"nano-banana-2.1"_s,    u"ideogram-v3"_s, u"qwen-image"_s};
    form.size.ratio = AspectRatio {16, 9};
    form.format = ImageFormat::Webp;
    page.setForm(form);
    bench.clock.milliseconds += 2000;
    bench.generate();
    QTest::qWait(300);
    const int first = 3;
    bench.images.complete(first);
    bench.images.complete(first + 1, QSize(1536, 1024));
    bench.images.fail(first + 2, GenerationStatus::Failed,
                      notSent(ErrorKind::ContentPolicy,
                              u"The prompt was refused "
                              "before anything was drawn."_s));
    bench.images.complete(first + 3);
    Progress sketching = painting(0);
    sketching.fraction.reset();
    sketching.provider = u"openai"_s;
    QByteArray sketch;
    QBuffer buffer(&sketch);
    buffer.open(QIODevice::WriteOnly);
    samplePicture(QSize(128, 72), 5).save(&buffer, "PNG");
    sketching.preview = sketch;
    bench.images.progress(first + 4, sketching);
    bench.images.complete(first + 5);
    Error stopped;
    stopped.kind = ErrorKind::Cancelled;
    stopped.message = u"fal had begun to draw. Up to $0.060 is kept back until fal tells what it cost."_s;
    bench.images.fail(first + 6, GenerationStatus::Cancelled, stopped);
    QTest::qWait(900);
    shoot(window, bench, folder, u"compare-eight"_s);
    bench.images.completeAll();
    form.models = QStringList {u"flux-2-pro"_s, u"seedream-4.5"_s, u"gpt-image-2"_s};
    form.size = {};
    form.size.pixels = QSize(1440, 1000);
    form.fit = Fit::Crop;
    form.pictures = 2;
    form.format.reset();
    page.setForm(form);
    bench.clock.milliseconds += 2000;
    bench.generate();
    QTest::qWait(300);
    const int second = first + 8;
    for (const int done : {0, 1, 2, 3, 5}) {
        bench.images.complete(second + done);
    }
    bench.images.fail(second + 4, GenerationStatus::Failed,
                      notSent(ErrorKind::RateLimit, u"Too many calls this minute."_s));
    QTest::qWait(900);
    auto *picture = window.findChild<QWidget *>(u"cell.3.3.picture"_s);
    window.setAttribute(Qt::WA_KeyboardFocusChange);
    picture->setFocus(Qt::TabFocusReason);
    shoot(window, bench, folder, u"compare-columns"_s);
    QTest::keyClick(picture, Qt::Key_Return);
    QTest::qWait(300);
    shoot(window, bench, folder, u"compare-enlarged"_s);
    const QSize size = window.size();
    MainWindow &again = bench.open(size);
    QTest::qWait(1500);
    shoot(again, bench, folder, u"compare-restored"_s);
    again.findChild<QAbstractButton *>(u"run.2.line"_s)->click();
    QTest::qWait(900);
    shoot(again, bench, folder, u"compare-restored-eight"_s);
}

void zoomIn(MainWindow &window, const QString &picture, int notches)
{
    auto *area = window.findChild<QWidget *>(picture);
    const QPointF at(area->width() * 0.6, area->height() * 0.4);
    QWheelEvent wheel(at, area->mapToGlobal(at), {}, QPoint(0, 120 * notches), Qt::NoButton, Qt::NoModifier,
                      Qt::NoScrollPhase, false);
    QApplication::sendEvent(area, &wheel);
}

/// Two, three and four in step, one under way, one alone; A/B in its three ways.
void shootViews(MainWindow &window, WindowBench &bench, const QString &folder)
{
    ComparePage &page = *window.compare();
    CompareForm form;
    form.prompt = ComparePage::examplePrompt();
    form.models = QStringList {u"sketchbook-scene"_s, u"sketchbook-pattern"_s, u"sketchbook-poster"_s};
    form.size.ratio = AspectRatio {3, 2};
    form.seed = 482910;
    form.pictures = 2;
    page.setForm(form);
    bench.clock.milliseconds += 2000;
    const auto first = static_cast<int>(bench.images.jobs().size());
    bench.generate();
    QTest::qWait(200);
    bench.images.complete(first, QSize(1536, 1024));
    bench.images.complete(first + 1, QSize(2352, 1568));
    bench.images.progress(first + 2, painting(0.63));
    bench.images.complete(first + 3, QSize(1264, 848));
    bench.images.complete(first + 4, QSize(1024, 1024));
    QTest::qWait(500);
    window.setAttribute(Qt::WA_KeyboardFocusChange);
    QTest::mouseClick(window.findChild<QAbstractButton *>(u"views.loupe"_s), Qt::LeftButton);
    QTest::qWait(300);
    shoot(window, bench, folder, u"loupe-waiting"_s);
    bench.images.completeAll();
    QTest::qWait(300);
    zoomIn(window, u"loupe.1.picture"_s, 4);
    shoot(window, bench, folder, u"loupe-three"_s);
    QTest::mouseClick(window.findChild<QAbstractButton *>(u"loupe.count.4"_s), Qt::LeftButton);
    QTest::qWait(300);
    shoot(window, bench, folder, u"loupe-four"_s);
    QTest::mouseClick(window.findChild<QAbstractButton *>(u"loupe.count.2"_s), Qt::LeftButton);
    QTest::mouseClick(window.findChild<QAbstractButton *>(u"loupe.link"_s), Qt::LeftButton);
    zoomIn(window, u"loupe.1.picture"_s, 3);
    QTest::qWait(300);
    shoot(window, bench, folder, u"loupe-two"_s);
    QTest::mouseClick(window.findChild<QAbstractButton *>(u"views.ab"_s), Qt::LeftButton);
    QTest::qWait(400);
    shoot(window, bench, folder, u"ab"_s);
    QTest::keyClick(window.findChild<QWidget *>(u"ab.canvas"_s), Qt::Key_D);
    QTest::qWait(600);
    shoot(window, bench, folder, u"ab-difference"_s);
    QTest::keyClick(window.findChild<QWidget *>(u"ab.canvas"_s), Qt::Key_F);
    QTest::keyClick(window.findChild<QWidget *>(u"ab.canvas"_s), Qt::Key_5);
    zoomIn(window, u"ab.canvas"_s, 4);
    QTest::qWait(400);
    shoot(window, bench, folder, u"ab-flicker"_s);
    const QSize size = window.size();
    window.resize(900, 640);
    QTest::mouseClick(window.findChild<QAbstractButton *>(u"ab.mode.slider"_s), Qt::LeftButton);
    QTest::qWait(400);
    shoot(window, bench, folder, u"ab-narrow"_s);
    QTest::keyClick(window.findChild<QWidget *>(u"ab.canvas"_s), Qt::Key_Escape);
    auto *picture = window.findChild<QWidget *>(u"cell.%1.0.picture"_s.arg(page.session().runs().constFirst()));
    picture->setFocus(Qt::TabFocusReason);
    QTest::keyClick(picture, Qt::Key_L);
    QTest::qWait(400);
    shoot(window, bench, folder, u"loupe-narrow"_s);
    window.resize(size);
    QTest::keyClick(window.focusWidget(), Qt::Key_Escape);
}

/// Made by the second offer that was asked, with everything that can be told of it.
void asSecond(Generation &generation)
{
    const auto place = [](const QString &provider, qint64 micros, const QList<Reason> &why, bool isLeftOut = false) {
        return RoutePlace {
            provider + u"/flux-2-pro"_s, u"flux-2-pro"_s, provider, Money::fromMicros(micros), why, false, isLeftOut};
    };
    generation.route = {place(u"replicate"_s, 30'000, {reasons::routeCheapest(Money::fromMicros(30'000))}),
                        place(u"fal"_s, 45'000, {reasons::routePrice(Money::fromMicros(45'000))}),
                        place(u"black-forest-labs"_s, 45'000, {reasons::routePrice(Money::fromMicros(45'000))}),
                        place(u"runware"_s, 60'000, {reasons::routeIgnored()}, true),
                        place(u"prodia"_s, 70'000, {reasons::routeIgnored()}, true)};
    if (generation.status != GenerationStatus::Completed) {
        return;
    }
    Attempt refused;
    refused.provider = u"replicate"_s;
    refused.status = GenerationStatus::Failed;
    refused.startedAt = generation.createdAt;
    refused.endedAt = refused.startedAt.addMSecs(300);
    refused.cost = Money::zero();
    refused.error = notSent(ErrorKind::RateLimit, reasons::tooManyCalls(u"Replicate"_s));
    refused.error->httpStatus = 429;
    refused.after = reasons::nothingWasBegun();
    generation.attempts.prepend(refused);
    generation.attempts.last().startedAt = generation.createdAt.addMSecs(310);
    generation.attempts.last().endedAt = generation.createdAt.addMSecs(4440);
    generation.attempts.last().cost = generation.cost;
    generation.endedAt = generation.createdAt.addMSecs(4600);
    generation.pictures.first().bytes = 214'000;
}

/// Why a request went as it did: made, with another price, running, failed, unknown.
void shootExplain(MainWindow &window, WindowBench &bench, const QString &folder)
{
    ComparePage &page = *window.compare();
    const QList<ProviderInfo> providers = bench.adapters.providers();
    for (const ProviderInfo &provider : providers) {
        bench.keyring().set(provider.id, "sk-preview-0000", KeySource::Session, &window, [](const Status &) {});
    }
    bench.images.records = QList<OfferRecord> {
        {.provider = u"fal"_s, .providerModel = u"fal-ai/flux-2-pro"_s, .made = 148, .medianMs = 4100},
        {.provider = u"replicate"_s,
         .providerModel = u"black-forest-labs/flux-2-pro"_s,
         .made = 59,
         .failed = 2,
         .medianMs = 6300}};
    CompareForm form;
    form.prompt = ComparePage::examplePrompt();
    form.negativePrompt = u"people"_s;
    form.models = QStringList {u"fal/flux-2-pro"_s, u"gpt-image-2"_s, u"sketchbook-scene"_s};
    form.size.pixels = QSize(1536, 1024);
    form.seed = 482910;
    form.format = ImageFormat::Webp;
    form.compression = 85;
    page.setForm(form);
    bench.generate();
    QTest::qWait(300);
    bench.images.complete(0);
    const auto open = [&window](const QString &id, const QStringList &among) {
        Q_EMIT window.compare()->explainWanted(id, among);
        QTest::qWait(600);
    };
    const QStringList among {u"gen_0"_s, u"gen_1"_s, u"gen_2"_s};
    open(u"gen_1"_s, among);
    shoot(window, bench, folder, u"explain-running"_s);
    bench.images.before = asSecond;
    open(u"gen_0"_s, among);
    shoot(window, bench, folder, u"explain"_s);
    auto *scroll = window.findChild<QScrollArea *>(u"explain.scroll"_s);
    window.findChild<QAbstractButton *>(u"explain.leftOut"_s)->click();
    QTest::qWait(100);
    scroll->verticalScrollBar()->setValue(scroll->verticalScrollBar()->maximum());
    shoot(window, bench, folder, u"explain-below"_s);
    const QSize size = window.size();
    window.resize(900, 760);
    QTest::qWait(300);
    shoot(window, bench, folder, u"explain-narrow"_s);
    window.resize(size);
    bench.images.before = {};
    Error full = notSent(ErrorKind::Funds, reasons::accountEmpty(u"OpenAI"_s));
    full.httpStatus = 402;
    bench.images.fail(1, GenerationStatus::Failed, full);
    open(u"gen_1"_s, among);
    shoot(window, bench, folder, u"explain-failed"_s);
    bench.images.fail(2, GenerationStatus::Failed, notSent(ErrorKind::Overloaded, u"It is busy."_s));
    open(u"gen_2"_s, among);
    shoot(window, bench, folder, u"explain-busy"_s);
    window.explain(u"gen_none"_s);
    QTest::qWait(300);
    shoot(window, bench, folder, u"explain-missing"_s);
}

/// Pictures that go in, a recipe that is offered, and a mask being painted.
void shootMask(MainWindow &window, WindowBench &bench, const QString &folder)
{
    ComparePage &page = *window.compare();
    const QList<ProviderInfo> providers = bench.adapters.providers();
    for (const ProviderInfo &provider : providers) {
        bench.keyring().set(provider.id, "sk-preview-0000", KeySource::Session, &window, [](const Status &) {});
    }
    CompareForm form;
    form.prompt = u"A small wooden rowing boat instead of the sailboat; the lake and trees go on to the right"_s;
    form.models = QStringList {u"gpt-image-2"_s, u"ideogram-v3"_s, u"flux-2-pro"_s, u"sketchbook-scene"_s};
    form.seed = 482910;
    page.setForm(form);
    const QStringList names {u"sailboat on a lake.png"_s, u"coast.jpg"_s,
                             u"a long name of a picture in the evening.png"_s};
    for (qsizetype i = 0; i < names.size(); ++i) {
        const QString path = bench.folder.filePath(names.at(i));
        samplePicture(QSize(1254, i == 2 ? 1600 : 836), static_cast<int>(i)).save(path);
        page.addReference(path);
    }
    QTest::qWait(1500);
    shoot(window, bench, folder, u"references"_s);
    Recipe recipe;
    recipe.prompt = ComparePage::examplePrompt();
    recipe.model = u"sketchbook-scene"_s;
    recipe.seed = 482910;
    recipe.size = QSize(1536, 864);
    QFile told(bench.folder.filePath(u"lighthouse.png"_s));
    samplePicture(recipe.size, 4).save(told.fileName());
    static_cast<void>(told.open(QIODevice::ReadWrite));
    const QByteArray bytes = embedRecipe(told.readAll(), ImageFormat::Png, recipe).value();
    told.seek(0);
    told.write(bytes);
    told.close();
    QMimeData dragged;
    dragged.setUrls({QUrl::fromLocalFile(told.fileName())});
    auto *pane = window.findChild<FormPane *>();
    QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(pane, &enter);
    shoot(window, bench, folder, u"references-dragged"_s);
    QDropEvent drop(QPointF(50, 50), Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(pane, &drop);
    QTest::qWait(1500);
    shoot(window, bench, folder, u"references-recipe"_s);
    QTest::keyClick(window.findChild<QWidget *>(u"recallRecipe"_s), Qt::Key_Escape);
    auto *link = window.findChild<QAbstractButton *>(u"reference.0.mask"_s);
    QTest::mouseClick(link, Qt::LeftButton);
    QTest::qWait(1000);
    shoot(window, bench, folder, u"mask-empty"_s);
    auto *canvas = window.findChild<MaskCanvas *>();
    const auto at = [canvas](double x, double y) { return canvas->pointOf({x, y}).toPoint(); };
    QTest::mousePress(canvas, Qt::LeftButton, {}, at(400, 420));
    for (const QPoint &to : {at(340, 600), at(480, 600), at(420, 440), at(400, 560), at(520, 596)}) {
        QTest::mouseMove(canvas, to);
    }
    QTest::mouseRelease(canvas, Qt::LeftButton, {}, at(520, 596));
    QTest::qWait(800);
    shoot(window, bench, folder, u"mask-painted"_s);
    canvas->change([](MaskDocument &document) { document.setGrowth({0, 0, 282, 188}); });
    QTest::keyClick(canvas, Qt::Key_C);
    QTest::qWait(1200);
    shoot(window, bench, folder, u"mask"_s);
    QTest::keyClick(canvas, Qt::Key_Escape);
    QTest::qWait(300);
    shoot(window, bench, folder, u"references-mask"_s);
}

/// As it stands there first, while pictures are held over it, with each bubble, narrow, and after the first pictures.
void shootWelcome(WindowBench &bench, const QString &folder, QSize size)
{
    QDir().mkpath(folder);
    bench.keychain->secrets.clear();
    qputenv("OPENAI_API_KEY", "sk-preview-0000");
    bench.settings().set(Setting::WelcomeLeft, false);
    MainWindow &window = bench.open(size);
    QTest::qWait(3000); // until the small pictures are painted
    shoot(window, bench, folder, u"first-run"_s);
    auto *page = window.findChild<QWidget *>(u"welcomePage"_s);
    QMimeData dragged;
    dragged.setUrls({QUrl::fromLocalFile(bench.folder.filePath(u"boat.png"_s))});
    QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(page, &enter);
    shoot(window, bench, folder, u"first-run-dragged"_s);
    QDragLeaveEvent leave;
    QCoreApplication::sendEvent(page, &leave);
    QTest::mouseClick(window.findChild<QWidget *>(u"welcome.tour"_s), Qt::LeftButton);
    for (const QString &stop : {u"prompt"_s, u"models"_s, u"price"_s}) {
        shoot(window, bench, folder, u"first-run-tour-"_s + stop);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    }
    window.resize(window.minimumSize());
    shoot(window, bench, folder, u"first-run-narrow"_s);
    window.resize(size);
    bench.generate();
    QTest::qWait(200);
    bench.images.completeAll();
    QTest::qWait(300);
    window.compare()->showWelcome();
    shoot(window, bench, folder, u"first-run-after"_s);
}

/// What opens over a page: the report, a menu, a list, a toast.
void shootPopups(MainWindow &window, WindowBench &bench, const QString &folder)
{
    window.showPage(u"compare"_s);
    QTest::qWait(200);
    QTest::mouseClick(window.findChild<QAbstractButton *>(u"cell.2.0.footer.mark"_s), Qt::LeftButton);
    QTest::qWait(100);
    shoot(*window.findChild<QWidget *>(u"reportPopover"_s), bench, folder, u"report"_s);
    window.findChild<QWidget *>(u"reportPopover"_s)->close();
    QTest::mouseClick(window.findChild<QAbstractButton *>(u"cell.2.0.footer.more"_s), Qt::LeftButton);
    QTest::qWait(100);
    shoot(*window.findChild<QWidget *>(u"cellMenu"_s), bench, folder, u"menu"_s);
    auto *works = window.findChild<QMenu *>(u"workMenu.upscale"_s);
    works->popup({});
    QTest::qWait(100);
    shoot(*works, bench, folder, u"menu-larger"_s);
    works->close();
    window.findChild<QWidget *>(u"cellMenu"_s)->close();
    auto *format = window.findChild<QComboBox *>(u"format"_s);
    format->showPopup();
    QTest::qWait(100);
    shoot(*format->view()->window(), bench, folder, u"combo"_s);
    format->hidePopup();
    QTest::mouseClick(window.findChild<QAbstractButton *>(u"cell.2.0.footer.copy"_s), Qt::LeftButton);
    QTest::qWait(300);
    shoot(window, bench, folder, u"toast"_s);
}

void shootCatalog(MainWindow &window, WindowBench &bench, const QString &folder)
{
    bench.images.records = QList<OfferRecord> {
        {.provider = u"fal"_s, .providerModel = u"fal-ai/flux-2-pro"_s, .made = 49, .failed = 1, .medianMs = 4200},
        {.provider = u"openai"_s, .providerModel = u"gpt-image-2"_s, .made = 12, .medianMs = 17'800}};
    window.showPage(u"catalog"_s);
    QTest::qWait(500);
    auto *search = window.findChild<QLineEdit *>(u"catalogSearch"_s);
    search->setText(u"flux-2"_s);
    shoot(window, bench, folder, u"catalog-found"_s);
    search->setText(u"nothing at all"_s);
    shoot(window, bench, folder, u"catalog-empty"_s);
    search->clear();
    window.findChild<QWidget *>(u"catalogView"_s)->findChildren<QAbstractButton *>().last()->click();
    shoot(window, bench, folder, u"catalog-cards"_s);
    window.findChild<QWidget *>(u"catalogView"_s)->findChildren<QAbstractButton *>().first()->click();
    shoot(window, bench, folder, u"catalog"_s);
}

void shootBudgets(MainWindow &window, WindowBench &bench, const QString &folder)
{
    window.showPage(u"budgets"_s);
    QTest::qWait(600);
    shoot(window, bench, folder, u"budgets-empty"_s);
    fillBooks(bench.books, QDate::currentDate());
    const UnknownCall call = bench.books.unknownCalls.at(1);
    bench.books.settle(call.row, Money::fromMicros(42'500), false, &window, [](const Status &) {});
    bench.books.states[8].spent = Money::fromDollars(2.9); // it will not last
    window.showPage(u"compare"_s);
    window.showPage(u"budgets"_s);
    QTest::qWait(600);
    shoot(window, bench, folder, u"budgets"_s);
    auto *chart = window.findChild<QWidget *>(u"dayChart"_s);
    chart->setFocus();
    for (const int key : {Qt::Key_Left, Qt::Key_Up, Qt::Key_Up}) {
        QTest::keyClick(chart, static_cast<Qt::Key>(key));
    }
    auto *limit = window.findChild<QWidget *>(u"limit.3"_s);
    shoot(window, bench, folder, u"budgets-day"_s);
    QTest::keyClick(chart, Qt::Key_Return);
    doubleClick(limit);
    QTest::keyClicks(window.findChild<QLineEdit *>(u"limit.3.form.amount"_s), u"2.50"_s);
    QTest::qWait(300);
    shoot(window, bench, folder, u"budgets-edit"_s);
    QTest::keyClick(window.findChild<QLineEdit *>(u"limit.3.form.amount"_s), Qt::Key_Escape);
    window.findChild<QAbstractButton *>(u"ledgerDay"_s)->click();
    window.findChild<QAbstractButton *>(u"addLimit"_s)->click();
    window.findChild<QComboBox *>(u"newLimitKind"_s)->setCurrentIndex(1);
    QTest::keyClicks(window.findChild<QLineEdit *>(u"newLimit.amount"_s), u"12"_s);
    QTest::qWait(300);
    shoot(*window.findChild<QDialog *>(u"newLimitDialog"_s), bench, folder, u"budgets-new"_s);
    delete window.findChild<QDialog *>(u"newLimitDialog"_s);
    window.findChild<QAbstractButton *>(u"unknownAll"_s)->click();
    QTest::qWait(300);
    shoot(*window.findChild<QDialog *>(u"unknownDialog"_s), bench, folder, u"budgets-unknown"_s);
    delete window.findChild<QDialog *>(u"unknownDialog"_s);
    window.findChild<QAbstractButton *>(u"unknownActions.billed"_s)->click();
    QTest::qWait(300);
    shoot(*window.findChild<QDialog *>(u"billDialog"_s), bench, folder, u"budgets-bill"_s);
    delete window.findChild<QDialog *>(u"billDialog"_s);
    const QSize size = window.size();
    window.resize(900, 760);
    QTest::qWait(300);
    shoot(window, bench, folder, u"budgets-narrow"_s);
    window.resize(size);
    bench.books.states[0].budget.limit = Money::fromDollars(8);
    bench.books.states[0].spent = Money::fromDollars(8.02);
    bench.books.calls.first().cost = Money();
    bench.books.tellChange();
    QTest::qWait(1500);
    shoot(window, bench, folder, u"budgets-reached"_s);
    bench.books.readError = notSent(ErrorKind::Storage, u"The database cannot be read: the disk is gone."_s);
    bench.books.tellChange();
    QTest::qWait(1500);
    shoot(window, bench, folder, u"budgets-broken"_s);
    bench.books.readError.reset();
    bench.books.tellChange();
}

/// Twelve pictures as they will be, one of them in another format, a question, an end with a failure, one alone.
void shootExport(MainWindow &window, WindowBench &bench, const QString &folder)
{
    QStringList files;
    for (int number = 1; number <= 12; ++number) {
        EncodeOptions options;
        Recipe recipe;
        recipe.prompt = ComparePage::examplePrompt();
        recipe.model = u"flux-2-pro"_s;
        recipe.seed = 482909 + number;
        recipe.createdAt = QDateTime(QDate(2026, 11, 22), QTime(18, 30));
        options.recipe = recipe;
        QFile file(bench.folder.filePath(u"picture%1.png"_s.arg(number)));
        if (file.open(QIODevice::WriteOnly)) {
            file.write(encodeImage(samplePicture(QSize(1344, 768), number), options).value());
        }
        files.append(file.fileName());
    }
    window.exportPictures(files, u"from Gallery, selected by hand"_s);
    window.findChild<QAbstractButton *>(u"exportFormat.avif"_s)->click();
    QTest::qWait(2500);
    shoot(window, bench, folder, u"export"_s);
    window.findChild<QAbstractButton *>(u"exportFormat.jpeg"_s)->click();
    window.findChild<QComboBox *>(u"exportFit"_s)->setCurrentIndex(1);
    window.findChild<QSlider *>(u"exportPageQualitySlider"_s)->setValue(8);
    QTest::qWait(2500);
    shoot(window, bench, folder, u"export-visible"_s);
    QFile broken(files.at(4));
    if (broken.open(QIODevice::WriteOnly)) {
        broken.write("no picture");
        broken.close();
    }
    window.findChild<QAbstractButton *>(u"exportFormat.avif"_s)->click();
    window.findChild<QComboBox *>(u"exportEffort"_s)->setCurrentIndex(8);
    QTest::keyClick(&window, Qt::Key_Return, Qt::ControlModifier);
    QTest::qWait(700);
    shoot(window, bench, folder, u"export-run"_s);
    static_cast<void>(
        QTest::qWaitFor([&window] { return window.findChild<QWidget *>(u"exportShowFolder"_s)->isVisible(); }, 60'000));
    shoot(window, bench, folder, u"export-ended"_s);
    QTest::keyClick(&window, Qt::Key_Return, Qt::ControlModifier);
    QTest::qWait(500);
    shoot(window, bench, folder, u"export-asks"_s);
    window.findChild<QAbstractButton *>(u"exportDecline"_s)->click();
    window.exportPictures({files.at(4)}, u"from Compare"_s);
    QTest::qWait(500);
    shoot(window, bench, folder, u"export-unreadable"_s);
    window.exportPictures({files.at(1)}, u"from Compare"_s);
    window.findChild<QAbstractButton *>(u"exportFormat.gif"_s)->click();
    QTest::qWait(1500);
    shoot(window, bench, folder, u"export-one"_s);
}

/// The programs of fillBooks(), with keys, and what they asked.
QStringList fillGateway(WindowBench &bench)
{
    struct Sample
    {
        QString name;
        QString inBooks;
        ClientTerms terms;
    };
    const Sample samples[] = {
        {u"Open WebUI"_s, u"cl_webui"_s, {}},
        {u"Blog builder"_s, u"cl_blog"_s, {{u"flux*"_s, u"gpt-image-2"_s}, 30, {}}},
        {u"n8n"_s,
         u"cl_n8n"_s,
         {{u"sketchbook-*"_s}, 5, QDateTime::currentDateTimeUtc().addDays(20), true, ReplayMode::ReplayOrMock}}};
    QStringList ids;
    for (const Sample &sample : samples) {
        const auto added = bench.clients().add(sample.name, sample.terms);
        static_cast<void>(QTest::qWaitFor([&added] { return added.isFinished(); }));
        const NewClient made = *added.result();
        static_cast<void>(bench.clients().authenticate(made.key, QDateTime::currentDateTimeUtc().addSecs(-180)));
        ids.append(made.client.id);
        for (LedgerRow &call : bench.books.calls) {
            call.client = call.client == sample.inBooks ? made.client.id : call.client;
        }
        for (BudgetState &state : bench.books.states) {
            state.budget.client = state.budget.client == sample.inBooks ? made.client.id : state.budget.client;
        }
    }
    return ids;
}

void sendCalls(WindowBench &bench, const QStringList &ids)
{
    struct Sample
    {
        int client;
        QString path;
        int status;
        QString model;
        QString provider;
        int took;
        qint64 micros;
    };
    const Sample samples[] = {
        {0, u"/v1/models"_s, 200, {}, {}, 1, -1},
        {1, u"/v1/images/generations"_s, 504, {}, {}, 60'000, -1},
        {0, u"/v1/chat/completions"_s, 200, u"gpt-6.1"_s, u"openai"_s, 2200, 3'000},
        {2, u"/v1/images/generations"_s, 402, {}, {}, 3, -1},
        {0, u"/v1/images/generations"_s, 200, u"gemini-3-pro-image"_s, u"google-vertex"_s, 11'300, 134'000},
        {1, u"/openai/v1/images/edits"_s, 200, u"gpt-image-2"_s, u"openai"_s, 21'700, 61'000},
        {-1, u"/v1/models"_s, 401, {}, {}, 1, -1},
        {0, u"/v1/images/generations"_s, 200, u"flux-2-pro"_s, u"fal"_s, 4100, 30'000},
        {2, u"/v1/images/generations"_s, 200, u"sketchbook-scene"_s, u"sketchbook"_s, 240, 0}};
    QDateTime at = QDateTime::currentDateTime().addSecs(-400);
    for (const Sample &sample : samples) {
        at = at.addSecs(45);
        GatewayCall call {at, sample.path, sample.status, "POST"};
        call.client = ids.value(sample.client);
        call.model = sample.model;
        call.provider = sample.provider;
        call.cost = sample.micros < 0 ? Money::unknown() : Money::fromMicros(sample.micros);
        call.took = std::chrono::milliseconds(sample.took);
        if (!sample.provider.isEmpty()) {
            call.upstream = call.took - std::chrono::milliseconds(sample.took / 90);
        }
        Q_EMIT bench.gateway().called(call);
    }
}

void shootGatewayDialogs(MainWindow &window, WindowBench &bench, const QString &folder)
{
    const auto shootDialog = [&](const QString &opener, const QString &name) {
        window.findChild<QAbstractButton *>(opener)->click();
        QTest::qWait(300);
        QWidget *dialog = QApplication::activeModalWidget();
        if (dialog) {
            shoot(*dialog, bench, folder, name);
            dialog->close();
            QTest::qWait(100);
        }
    };
    auto *clients = window.findChild<QTableView *>(u"clientsTable"_s);
    clients->selectRow(1);
    shootDialog(u"clientChange"_s, u"gateway-limits"_s);
    shootDialog(u"clientRevoke"_s, u"gateway-revoke"_s);
    shootDialog(u"clientAdd"_s, u"gateway-add"_s);
    window.findChild<QAbstractButton *>(u"clientAdd"_s)->click();
    QTest::qWait(200);
    window.findChild<QLineEdit *>(u"clientName"_s)->setText(u"Cherry Studio"_s);
    shootDialog(u"clientSave"_s, u"gateway-key"_s);
    window.findChild<QAbstractButton *>(u"connectProgram"_s)->click();
    QTest::qWait(300);
    auto *list = window.findChild<QListWidget *>(u"connectList"_s);
    shoot(*list->window(), bench, folder, u"gateway-connect"_s);
    list->setCurrentRow(list->count() - 4);
    shoot(*list->window(), bench, folder, u"gateway-connect-mcp"_s);
    list->setCurrentRow(8);
    shoot(*list->window(), bench, folder, u"gateway-connect-webui"_s);
    list->window()->close();
}

void shootGateway(MainWindow &window, WindowBench &bench, const QString &folder)
{
    bench.addresses = {QHostAddress(QHostAddress::LocalHost), QHostAddress(u"192.168.7.2"_s),
                       QHostAddress(u"fd00::7:2"_s)};
    const QStringList clients = fillGateway(bench);
    window.showPage(u"gateway"_s);
    QTcpServer taken;
    taken.listen(QHostAddress::LocalHost);
    bench.settings().set(Setting::GatewayPort, taken.serverPort());
    auto *toggle = window.findChild<QAbstractButton *>(u"gatewaySwitch"_s);
    toggle->click();
    QTest::qWait(200);
    shoot(window, bench, folder, u"gateway-failed"_s);
    taken.close();
    toggle->click();
    QTest::qWait(200);
    shoot(window, bench, folder, u"gateway-first"_s);
    sendCalls(bench, clients);
    QTest::qWait(400);
    shoot(window, bench, folder, u"gateway-on"_s);
    window.findChild<QAbstractButton *>(u"gatewayReach.network"_s)->click();
    QTest::qWait(300);
    shoot(window, bench, folder, u"gateway-network"_s);
    window.findChild<QAbstractButton *>(u"gatewayEncrypted"_s)->click();
    QTest::qWait(600);
    shoot(window, bench, folder, u"gateway-encrypted"_s);
    shootGatewayDialogs(window, bench, folder);
    const QSize size = window.size();
    window.resize(1000, 640);
    QTest::qWait(300);
    shoot(window, bench, folder, u"gateway-narrow"_s);
    window.resize(size);
}

/// The editor of the routing rules, with one rule and what it would choose.
void shootRouting(MainWindow &window, WindowBench &bench, const QString &folder)
{
    RoutingRules rules;
    rules.marks = {{u"fal"_s, {u"trusted"_s}}, {u"replicate"_s, {u"no client work"_s}}};
    rules.rules = {RoutingRule {.models = u"flux*"_s,
                                .order = RoutingOrder::Fixed,
                                .providers = {u"together"_s, u"fal"_s},
                                .maxPrice = Money::fromMicros(50'000),
                                .ignore = QStringList {u"replicate"_s},
                                .fallbacks = QStringList {u"seedream-4.5"_s}}};
    static_cast<void>(bench.routing->write(rules));
    window.showPage(u"settings"_s);
    QTest::qWait(300);
    window.findChild<SettingsPage *>()->showControl(u"routing.example.size"_s);
    shoot(window, bench, folder, u"settings-routing"_s);
    static_cast<void>(bench.routing->write({}));
}

/// Of the gallery, which needs no engine.
void shootGallery(MainWindow &window, WindowBench &bench, const QString &folder)
{
    window.showPage(u"gallery"_s);
    static_cast<void>(QTest::qWaitFor([&window] { return window.gallery()->arePicturesShown(); }, 20'000));
    QTest::qWait(300);
    auto *canvas = window.findChild<GalleryCanvas *>();
    shoot(window, bench, folder, u"gallery-first"_s);
    GallerySelection &selection = window.gallery()->selection();
    selection.choose(0);
    selection.toggle(3);
    selection.toggle(8);
    selection.moveTo(0);
    canvas->setFocus(Qt::TabFocusReason);
    QTest::qWait(700);
    shoot(window, bench, folder, u"gallery"_s);
    window.gallery()->setCanCompare(true);
    window.gallery()->setCanExport(true);
    window.gallery()->setCanReference(true);
    shoot(window, bench, folder, u"gallery-whole"_s);
    const QSize size = window.size();
    window.resize(900, 640);
    QTest::qWait(700);
    shoot(window, bench, folder, u"gallery-narrow"_s);
    window.resize(size);
    auto *months = window.findChild<QWidget *>(u"galleryMonths"_s);
    QTest::mousePress(months, Qt::LeftButton, {}, QPoint(20, 150));
    QTest::qWait(700);
    shoot(window, bench, folder, u"gallery-months"_s);
    QTest::mouseRelease(months, Qt::LeftButton, {}, QPoint(20, 150));
    selection.clear();
    auto *search = window.findChild<QLineEdit *>(u"gallerySearch"_s);
    window.findChild<FilterPill *>(u"galleryFilter.stars"_s)->setValue(true);
    search->setText(u"lighthouse"_s);
    QTest::qWait(700);
    shoot(window, bench, folder, u"gallery-nohits"_s);
    window.findChild<FilterPill *>(u"galleryFilter.stars"_s)->setValue({});
    search->setText(u"lighthouse dawn"_s);
    QTest::qWait(900);
    shoot(window, bench, folder, u"gallery-found"_s);
    search->clear();
    QTest::qWait(700);
    Q_EMIT canvas->activated(1);
    QTest::qWait(900);
    shoot(window, bench, folder, u"gallery-enlarged"_s);
}

void shootAll(MainWindow &window, WindowBench &bench, const QString &folder)
{
    QDir().mkpath(folder);
    QTest::qWait(500);
    shoot(window, bench, folder, u"start"_s);
    shootStates(window, bench, folder);
    window.findChild<ModelsPanel *>()->openPicker();
    QTest::qWait(200);
    auto *picker = window.findChild<ModelPicker *>();
    shoot(*picker, bench, folder, u"picker"_s);
    picker->close();
    shootCatalog(window, bench, folder);
    shootBudgets(window, bench, folder);
    shootGallery(window, bench, folder);
    shootExport(window, bench, folder);
    for (const QString &id : {u"keys"_s, u"gateway"_s, u"settings"_s}) {
        window.showPage(id);
        shoot(window, bench, folder, id);
    }
    shootRouting(window, bench, folder);
    shootPopups(window, bench, folder);
    shootViews(window, bench, folder);
    shootGateway(window, bench, folder);
    window.showPage(u"keys"_s);
    window.findChild<KeysPage *>()->openDialog(u"fal"_s);
    QTest::qWait(300);
    shoot(*window.findChild<QDialog *>(u"keyDialog"_s), bench, folder, u"keydialog"_s);
    delete window.findChild<QDialog *>(u"keyDialog"_s);
    window.findChild<KeysPage *>()->openDialog(u"amazon-bedrock"_s);
    QTest::qWait(300);
    shoot(*window.findChild<QDialog *>(u"keyDialog"_s), bench, folder, u"keydialog-fields"_s);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    WindowBench bench;
    bench.keychain->secrets.insert(u"openai"_s, QByteArrayLiteral("sk-sample-key-9f2c"));
    GalleryHome home(bench);
    if (!arguments.contains(u"--empty"_s)) {
        fillGallery(home);
    }
    const bool isBudgetsOnly = arguments.contains(u"--budgets"_s);
    const auto shots = arguments.indexOf(u"--shots"_s);
    QSize size(1280, 800);
    if (shots > 0 && arguments.size() > shots + 2) {
        size = sizeFromString(arguments.at(shots + 2)).value_or(size);
    }
    bench.own = {QDir::home().filePath(u".config/lightwell/catalog.json"_s), {u"flux-2-flex"_s}};
    bench.settings().set(Setting::ProviderOrder, QStringList {u"fal"_s, u"replicate"_s});
    bench.settings().set(Setting::ExportFolder, bench.folder.filePath(u"Pictures/Lightwell/Web"_s));
    bench.images.automatic = shots < 0;
    MainWindow &window = bench.open(size);
    if (shots > 0) {
        const QString folder = arguments.value(shots + 1);
        if (arguments.contains(u"--welcome"_s)) {
            shootWelcome(bench, folder, size);
            return 0;
        }
        if (arguments.contains(u"--export"_s)) {
            QDir().mkpath(folder);
            shootExport(window, bench, folder);
        } else if (arguments.contains(u"--compare"_s)) {
            QDir().mkpath(folder);
            shootCompare(window, bench, folder);
        } else if (arguments.contains(u"--gallery"_s)) {
            QDir().mkpath(folder);
            shootGallery(window, bench, folder);
        } else if (arguments.contains(u"--views"_s)) {
            QDir().mkpath(folder);
            shootViews(window, bench, folder);
        } else if (arguments.contains(u"--explain"_s)) {
            QDir().mkpath(folder);
            shootExplain(window, bench, folder);
        } else if (arguments.contains(u"--gateway"_s)) {
            QDir().mkpath(folder);
            fillBooks(bench.books, QDate::currentDate());
            shootGateway(window, bench, folder);
        } else if (arguments.contains(u"--mask"_s)) {
            QDir().mkpath(folder);
            shootMask(window, bench, folder);
        } else if (isBudgetsOnly) {
            QDir().mkpath(folder);
            shootBudgets(window, bench, folder);
        } else {
            shootAll(window, bench, folder);
        }
        return 0;
    }
    return QApplication::exec();
}
