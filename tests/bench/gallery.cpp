// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// gallery-bench [PICTURES]: how long a gallery of 50,000 pictures takes to open, to scroll and to search, and how much
// memory it needs. A program of its own, because it has widgets. Fails where an aim is missed.
#include "core/library/library.h"
#include "core/media/codec.h"
#include "core/storage/mediastore.h"
#include "core/storage/query.h"
#include "core/storage/store.h"
#include "core/storage/transaction.h"
#include "core/thumbnails/thumbnails.h"
#include "tests/bench/figure.h"
#include "tests/support/testpictures.h"
#include "ui/gallery/gallerycanvas.h"
#include "ui/gallery/gallerymodel.h"
#include "ui/gallery/galleryselection.h"
#include "ui/gallery/tileimages.h"
#include "ui/shortcuts/keymap.h"
#include "ui/widgets/theme.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTextStream>
#include <QThreadPool>

#include <algorithm>

using namespace lightwell;
using namespace Qt::StringLiterals;

namespace {

constexpr int contents = 2'000; ///< different pictures; the others are these once more
constexpr QSize sizes[] = {{1024, 1024}, {1536, 1024}, {1024, 1536}, {1344, 768}, {768, 1344}, {1600, 1200}};

QByteArray contentOf(int number)
{
    return QByteArray::number(number % contents, 16).rightJustified(32, '0');
}

QString promptOf(int number)
{
    static const QStringList things {u"lighthouse"_s, u"fox"_s, u"owl"_s, u"kettle"_s, u"balloon"_s, u"train"_s};
    static const QStringList places {u"on a rocky coast at dusk"_s, u"in a birch forest in winter"_s,
                                     u"over a valley at sunrise, soft fog, warm light"_s};
    return u"A %1 %2, number%3"_s.arg(things.at(number % 6), places.at(number % 3)).arg(number);
}

Status fill(Database &database, int pictures)
{
    return inTransaction(database, [&database, pictures]() -> Status {
        for (int i = 0; i < pictures; ++i) {
            const QSize size = sizes[i % 6];
            // As long as requests of the window are.
            const QString request =
                u"{\"model\":\"flux.2-pro\",\"prompt\":\"%1\",\"n\":1,\"size\":\"%2\",\"rest\":\"%3\"}"_s.arg(
                    promptOf(i), sizeToString(size), QString(600, u'x'));
            const Result<int> generation =
                change(database,
                       u"INSERT INTO generations (id, owner, status, model, provider, origin, client, created_at, "
                       "ended_at, estimate, cost, request) VALUES (?, '', 'completed', ?, 'fal', 'window', '', ?, ?, "
                       "30000, 30000, ?)"_s,
                       {u"gen_%1"_s.arg(i), u"model-%1"_s.arg(i % 12), 1'700'000'000'000LL + i * 1'700'000LL,
                        1'700'000'005'000LL + i * 1'700'000LL, request});
            const Result<int> picture = change(
                database,
                u"INSERT INTO pictures (generation, position, id, format, width, height, bytes, path) VALUES "
                "(last_insert_rowid(), 0, ?, 'png', ?, ?, 1200000, '/home/somebody/.local/share/lightwell/media/')"_s,
                {contentOf(i), size.width(), size.height()});
            if (!generation || !picture) {
                return picture ? generation.error() : picture.error();
            }
        }
        return Success();
    });
}

/// Thumbnails as they lie there after a first look.
void fillCache(const QString &folder)
{
    ThumbnailCache cache(folder, Thumbnails::usualMaxBytes);
    QList<QByteArray> bytes;
    for (quint32 seed = 0; seed < 12; ++seed) {
        EncodeOptions options;
        options.format = ImageFormat::Jpeg;
        const QSize size = sizes[seed % 6].scaled(Thumbnails::bound(Thumbnails::Size::Small), Qt::KeepAspectRatio);
        bytes.append(encodeImage(test::cloudPicture(size, seed + 1), options).value());
    }
    for (int i = 0; i < contents; ++i) {
        cache.write(QString::fromLatin1(contentOf(i).toHex()) + u".s"_s, bytes.at(i % 12));
    }
}

double p99(const QList<double> &values)
{
    return bench::quantile(values, 0.99);
}

bool isMissed = false;

void tell(const QString &name, double value, const QString &unit, double aim)
{
    isMissed = isMissed || value > aim;
    QTextStream(stdout) << name.leftJustified(46) << QString::number(value, 'f', 1).rightJustified(9) << ' ' << unit
                        << "  (at most " << aim << ")\n";
}

void waitFor(const std::function<bool()> &condition)
{
    while (!condition()) {
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 20);
    }
}

/// Time of this thread for each frame.
QList<double> scrolled(QScrollBar *bar, int step, int frames)
{
    QList<double> times;
    int by = step;
    for (int i = 0; i < frames; ++i) {
        if (bar->value() + by > bar->maximum() || bar->value() + by < 0) {
            by = -by;
        }
        times.append(bench::processorTime([bar, by] {
            bar->setValue(bar->value() + by);
            QCoreApplication::processEvents();
        }));
    }
    return times;
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const int pictures = argc > 1 ? QString::fromLocal8Bit(argv[1]).toInt() : 50'000;
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"lightwell.db"_s);
    {
        Result<std::unique_ptr<Store>> store = Store::open(file);
        if (!store
            || !store.value()->run([pictures](Database &database) { return fill(database, pictures); }).result()) {
            QTextStream(stderr) << "The database cannot be filled.\n";
            return 2;
        }
        Library library(*store.value());
        while (library.takeIn().result()->left > 0) { }
    }
    fillCache(folder.filePath(u"thumbnails"_s));
    const std::unique_ptr<Store> store = Store::open(file).value();
    Library library(*store);
    const MediaStore media(folder.filePath(u"media"_s));
    Thumbnails thumbnails(media, folder.filePath(u"thumbnails"_s));
    Theme theme(application);
    theme.setChoice(Theme::Choice::Dark);

    GalleryModel model(library);
    GallerySelection selection(model);
    TileImages images(thumbnails, library);
    GalleryCanvas canvas(model, selection, images, Keymap::usual());
    canvas.resize(1400, 1000);
    canvas.show();
    QCoreApplication::processEvents();
    QElapsedTimer timer;
    timer.start();
    bool isPainted = false;
    const double before = bench::processorTimeOfThread();
    QObject::connect(&model, &GalleryModel::changed, &canvas, [&isPainted] { isPainted = true; });
    model.setFilter({});
    waitFor([&isPainted] { return isPainted; });
    canvas.viewport()->repaint();
    tell(u"opened, until its rows are painted"_s, double(timer.nsecsElapsed()) / 1e6, u"ms"_s, 300);
    tell(u"of that the window's thread"_s, bench::processorTimeOfThread() - before, u"ms"_s, 100);
    waitFor([&images] { return images.isIdle(); });
    tell(u"until its thumbnails are there"_s, double(timer.nsecsElapsed()) / 1e6, u"ms"_s, 3000);

    QScrollBar *bar = canvas.verticalScrollBar();
    tell(u"a frame by the wheel, p99"_s, p99(scrolled(bar, 120, 1500)), u"ms"_s, 16);
    tell(u"a frame by the page, p99"_s, p99(scrolled(bar, 900, 400)), u"ms"_s, 16);
    tell(u"a frame by dragging through all of it, p99"_s, p99(scrolled(bar, bar->maximum() / 300, 300)), u"ms"_s, 16);
    tell(u"200,000 rows on, a frame, p99"_s, p99(scrolled(bar, 100 * canvas.rowHeight(), 2000)), u"ms"_s, 16);

    QList<double> searches;
    for (const QString &words :
         {u"number4711"_s, u"kettle number12"_s, u"lightho number9"_s, u"\"rocky coast\" number3"_s}) {
        LibraryFilter filter;
        filter.words = words;
        timer.restart();
        static_cast<void>(library.index(filter).result());
        searches.append(double(timer.nsecsElapsed()) / 1e6);
    }
    tell(u"a search, the longest"_s, *std::max_element(searches.begin(), searches.end()), u"ms"_s, 50);
    LibraryFilter everything;
    everything.words = u"a"_s;
    timer.restart();
    static_cast<void>(library.index(everything).result());
    tell(u"a search that all pictures fit"_s, double(timer.nsecsElapsed()) / 1e6, u"ms"_s, 400);
    QFile status(u"/proc/self/status"_s);
    const QByteArray text = status.open(QIODevice::ReadOnly) ? status.readAll() : QByteArray();
    const double peak = text.mid(text.indexOf("VmHWM:") + 6).simplified().split(' ').value(0).toDouble() / 1024;
    tell(u"memory at its peak"_s, peak, u"MB"_s, 400);
    QThreadPool::globalInstance()->waitForDone();
    return isMissed ? 1 : 0;
}
