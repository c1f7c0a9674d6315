// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A hundred pictures that leave at once, as the Export page and `lightwell-cli export` do it: how much of the machine's
// cores that takes.
#include "core/export/exportbatch.h"
#include "core/media/codec.h"
#include "tests/bench/measurement.h"
#include "tests/bench/samplepaintings.h"

#include <QDir>
#include <QEventLoop>
#include <QFile>
#include <QThread>

#include <sys/resource.h>

namespace lightwell::bench {

using namespace Qt::StringLiterals;

namespace {

/// Of all threads of this process and of the programs it has run, in milliseconds.
double processorTimeOfProcess()
{
    const auto milliseconds = [](const timeval &time) {
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
    };
    double sum = 0;
    for (const int whose : {RUSAGE_SELF, RUSAGE_CHILDREN}) {
        rusage used {};
        getrusage(whose, &used);
        sum += milliseconds(used.ru_utime) + milliseconds(used.ru_stime);
    }
    return sum;
}

/// As models deliver them. Empty: they cannot be written.
QStringList writePictures(const QString &folder, int side, int count)
{
    QList<QByteArray> contents;
    const QList<test::NamedPicture> samples = samplePaintings(side);
    for (const test::NamedPicture &sample : samples) {
        const Result<QByteArray> bytes = encodeImage(sample.picture, {});
        contents.append(bytes ? *bytes : QByteArray());
    }
    QStringList files;
    for (int i = 0; i < count; ++i) {
        QFile file(folder + u"/picture-%1.png"_s.arg(i));
        if (!file.open(QIODevice::WriteOnly) || file.write(contents.at(i % contents.size())) <= 0) {
            return {};
        }
        files.append(file.fileName());
    }
    return files;
}

Figure exported(const QStringList &files, ImageFormat format, const QString &folder)
{
    const QString name = formatLabel(format) + u": share of the cores"_s;
    ExportJob job;
    job.files = files;
    job.folder = folder + u'/' + formatName(format);
    job.options.format = format;
    ExportBatch batch(job);
    QEventLoop loop;
    qsizetype done = 0;
    QObject::connect(&batch, &ExportBatch::ended, &loop, [&](const QList<ExportOutcome> &outcomes) {
        done = std::count_if(outcomes.cbegin(), outcomes.cend(),
                             [](const ExportOutcome &it) { return it.state == ExportOutcome::State::Done; });
        loop.quit();
    });
    QMetaObject::invokeMethod(&batch, &ExportBatch::start, Qt::QueuedConnection);
    const double before = processorTimeOfProcess();
    const double took = timed([&loop] { loop.exec(); });
    const double used = processorTimeOfProcess() - before;
    if (done != files.size()) {
        return Figure::missing(name, u"%1 of %2 came"_s.arg(done).arg(files.size()));
    }
    const int cores = QThread::idealThreadCount();
    Figure figure;
    figure.name = name;
    figure.value = 100 * used / (took * cores);
    figure.unit = u"%"_s;
    figure.aim = u">= 90 %"_s;
    figure.note = u"%1 pictures in %2 s on %3 cores, %4 ms of processor time each"_s.arg(done)
                      .arg(took / 1e3, 0, 'f', 1)
                      .arg(cores)
                      .arg(used / static_cast<double>(done), 0, 'f', 1);
    return figure;
}

} // namespace

QList<Figure> measureExport(const Setup &setup)
{
    const QString folder = setup.folder + u"/export"_s;
    QDir().mkpath(folder);
    const QStringList files = writePictures(folder, setup.quick ? 512 : 1024, setup.quick ? 8 : 100);
    if (files.isEmpty()) {
        return {Figure::missing(u"export"_s, u"the pictures cannot be written"_s)};
    }
    QList<Figure> figures;
    for (const ImageFormat format : {ImageFormat::Jpeg, ImageFormat::Webp, ImageFormat::Avif, ImageFormat::Gif}) {
        figures.append(exported(files, format, folder));
    }
    return figures;
}

} // namespace lightwell::bench
