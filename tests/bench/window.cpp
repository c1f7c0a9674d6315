// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// window-bench: how long the window's thread works at a stretch while 80 cells appear, generations run, an answer of
// 30 MB arrives and then all the others. The real window and engine, a vendor that answers from memory. A program of
// its own, because it has widgets.
#include "core/storage/settings.h"
#include "core/wording/wording.h"
#include "tests/bench/benchwindow.h"
#include "tests/bench/figure.h"
#include "tests/bench/heldvendor.h"
#include "tests/bench/looptimes.h"
#include "tests/bench/report.h"
#include "ui/compare/cellwidget.h"
#include "ui/compare/comparepage.h"
#include "ui/mainwindow.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTextStream>
#include <QTimer>

using namespace lightwell;
using namespace lightwell::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 180'000; // ms
constexpr double longestStretch = 16; // ms
constexpr qint64 mega = 1'000'000;
const QSize windowSize(1280, 800);

/// Seven of a vendor whose answers wait, and one that paints at once and tells how far it is.
CompareForm eightModels(int pictures)
{
    CompareForm form;
    form.prompt = u"a paper boat on a pond"_s;
    form.models = {
        u"gpt-image-2.6-flare"_s, u"gpt-image-2.6-sunburst"_s, u"gpt-image-2.5-flare"_s, u"gpt-image-2.5-sunburst"_s,
        u"gpt-image-2"_s,         u"gpt-image-1.5"_s,          u"gpt-image-1-mini"_s,    u"sketchbook-scene"_s};
    form.size.ratio = AspectRatio {1, 1};
    form.pictures = pictures;
    return form;
}

/// Lets the window live until then; false: it did not come to it. Asked a few times a second.
bool waitFor(const std::function<bool()> &condition)
{
    QElapsedTimer since;
    since.start();
    QEventLoop loop;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &loop, [&] {
        if (condition() || since.elapsed() > patience) {
            loop.quit();
        }
    });
    constexpr int interval = 50; // ms
    look.start(interval);
    loop.exec();
    return condition();
}

void live(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

Figure figureOf(const QString &name, const LoopTimes &times)
{
    Figure figure;
    figure.name = name;
    figure.value = quantile(times.turns, 1);
    figure.unit = u"ms"_s;
    figure.aim = u"<= 16"_s;
    const auto above =
        std::count_if(times.turns.cbegin(), times.turns.cend(), [](double turn) { return turn > longestStretch; });
    figure.note =
        u"p99 %1 ms of %2 turns, %3 above; the longest event %4 ms: %5"_s.arg(quantile(times.turns, 0.99), 0, 'f', 2)
            .arg(times.turns.size())
            .arg(above)
            .arg(times.longestEvent, 0, 'f', 1)
            .arg(times.longestName);
    figure.details = {
        {u"p99_ms"_s, quantile(times.turns, 0.99)}, {u"turns"_s, times.turns.size()}, {u"above"_s, above}};
    return figure;
}

int ended(const CompareSession &session, int run)
{
    const QList<CompareCell> &cells = session.run(run)->cells;
    return static_cast<int>(
        std::count_if(cells.cbegin(), cells.cend(), [](const CompareCell &cell) { return !cell.isUnderWay(); }));
}

/// What goes on in the window while it is measured, step by step.
QList<Figure> measure(TimedApplication &application, BenchWindow &bench, HeldVendor &vendor, bool isQuick)
{
    ComparePage &page = *bench.window().compare();
    const int pictures = isQuick ? 2 : CompareForm::maxPictures;
    const int cells = pictures * CompareForm::maxModels;
    page.setForm(eightModels(pictures));
    if (!waitFor([&page] { return page.isPriced(); })) {
        return {Figure::missing(u"the window"_s, u"the prices did not come"_s)};
    }
    live(1000);
    QList<Figure> figures;
    const auto take = [&](const QString &name) { figures.append(figureOf(name, application.times())); };

    application.begin();
    QMetaObject::invokeMethod(&page, &ComparePage::generate, Qt::QueuedConnection);
    live(2000);
    take(u"%1 cells appear"_s.arg(cells));
    const QList<int> runs = page.session().runs();
    if (const auto shown = bench.window().findChildren<CellWidget *>().size(); runs.isEmpty() || shown != cells) {
        return {Figure::missing(u"the window"_s, u"%1 cells came"_s.arg(shown))};
    }
    const int run = runs.constFirst();

    application.begin();
    live(isQuick ? 1000 : 4000);
    const bool isPainted = waitFor([&] { return ended(page.session(), run) >= pictures; });
    take(u"%1 generations run"_s.arg(vendor.asked()));

    application.begin();
    vendor.answerLarge();
    const bool isLargeThere = isPainted && waitFor([&] { return ended(page.session(), run) > pictures; });
    live(1000);
    take(u"an answer of 30 MB arrives"_s);

    application.begin();
    vendor.answerOthers();
    const bool areAllThere = isLargeThere && waitFor([&] { return !page.session().isBusy(); });
    live(2000);
    take(u"%1 pictures arrive"_s.arg(pictures * (CompareForm::maxModels - 1) - 1));
    if (!areAllThere) {
        return {Figure::missing(u"the window"_s, u"pictures did not come"_s)};
    }
    if (const int done = page.session().summary().done; done != cells) {
        figures.append(Figure::missing(u"pictures that came"_s, QString::number(done)));
    }
    return figures;
}

/// Before there is an application.
void setEnvironment(const QString &home)
{
    for (const char *proxy : {"http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"}) {
        qunsetenv(proxy);
    }
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_NO_GLIB", "1"); // see TimedApplication
    qputenv("DBUS_SESSION_BUS_ADDRESS", "disabled:");
    qputenv("LIGHTWELL_HOME", home.toUtf8());
    qputenv("OPENAI_API_KEY", "sk-benchmark");
}

} // namespace

int main(int argc, char **argv)
{
    const QTemporaryDir home;
    setEnvironment(home.path());
    TimedApplication application(argc, argv);
    HeldVendor vendor(30 * mega, 2 * mega); // no thread has an event loop before there is an application
    qputenv("LIGHTWELL_OPENAI_BASE_URL", vendor.baseUrl().toUtf8());
    const QStringList arguments = QCoreApplication::arguments();
    Result<std::unique_ptr<BenchWindow>> opened = BenchWindow::open();
    if (!opened) {
        QTextStream(stderr) << wording::sentence(opened.error()) << '\n';
        return 1;
    }
    BenchWindow &bench = *opened.value();
    bench.settings().set(Setting::AskAbovePictures, 1000); // nothing is asked
    bench.settings().set(Setting::AskAboveCents, 100'000);
    bench.settings().set(Setting::UnknownPrices, u"allow"_s);
    bench.window().resize(windowSize);
    bench.window().show();
    live(1000);
    const QList<Figure> figures = measure(application, bench, vendor, arguments.contains(u"--quick"_s));
    QTextStream out(stdout);
    if (arguments.contains(u"--json"_s)) {
        out << QJsonDocument(QJsonArray {asJson(u"window"_s, figures)}).toJson();
    } else {
        out << asTable(u"window: longest stretch of its thread"_s, figures);
    }
    bench.window().compare()->session().cancelAll();
    return 0;
}
