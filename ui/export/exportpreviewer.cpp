// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/exportpreviewer.h"

#include "core/export/exporttogether.h"
#include "core/export/resizing.h"

#include <QtConcurrentRun>

namespace lightwell {

namespace {

constexpr int margin = 160; ///< pixels around what is in sight
constexpr double nearlyAll = 0.7; ///< a part that takes more of the picture is the whole of it
constexpr int measureDelay = 400; ///< milliseconds after the preview has come

qint64 areaOf(QSize size)
{
    return qint64(size.width()) * size.height();
}

bool isResizedAlike(const ExportOptions &one, const ExportOptions &other)
{
    return one.resize == other.resize && one.fit == other.fit && one.mayEnlarge == other.mayEnlarge
        && one.matte == other.matte;
}

} // namespace

ExportPreviewer::ExportPreviewer(QObject *parent)
    : QObject(parent)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(delay);
    connect(&m_soon, &QTimer::timeout, this, &ExportPreviewer::make);
    m_measureSoon.setSingleShot(true);
    m_measureSoon.setInterval(measureDelay);
    connect(&m_measureSoon, &QTimer::timeout, this, &ExportPreviewer::measure);
}

ExportPreviewer::~ExportPreviewer()
{
    *m_stop = true;
}

void ExportPreviewer::setFile(const QString &file)
{
    if (m_file == file && m_sheet.isEmpty()) {
        return;
    }
    m_file = file;
    m_sheet.clear();
    begin();
    if (file.isEmpty()) {
        m_isDue = false;
        m_soon.stop();
        return;
    }
    whenDone(QtConcurrent::run([file] { return exportSource(file); }), this,
             [this, round = m_fileRound](const Result<ExportSource> &source) { takeSource(round, source); });
}

void ExportPreviewer::setSheet(const ExportJob &job)
{
    if (m_sheet == job.files) {
        return;
    }
    m_file.clear();
    m_sheet = job.files;
    begin();
    const auto lay = [job, stop = m_stop]() -> Result<ExportSource> {
        const Result<QImage> page = contactSheetPage(job, *stop);
        return page ? Result<ExportSource>(ExportSource {*page, job.options.format, 0, false}) : page.error();
    };
    whenDone(QtConcurrent::run(lay), this,
             [this, round = m_fileRound](const Result<ExportSource> &source) { takeSource(round, source); });
}

/// Of another file, or sheet.
void ExportPreviewer::begin()
{
    *m_stop = true;
    m_stop = std::make_shared<std::atomic_bool>(false);
    m_source.reset();
    m_resized = {};
    m_preview.reset();
    m_part = {};
    m_seen = {};
    m_error.reset();
    ++m_fileRound;
    change();
}

void ExportPreviewer::takeSource(int round, const Result<ExportSource> &source)
{
    if (round != m_fileRound) {
        return;
    }
    if (source) {
        m_source = *source;
        if (size() == source->image.size()) { // shown before anything is encoded
            m_resized = source->image;
            m_resizedFor = m_options;
        }
    } else {
        m_error = source.error();
        m_isDue = false;
    }
    Q_EMIT sourceRead();
    Q_EMIT changed();
    if (m_isDue && !m_soon.isActive()) {
        make();
    }
}

void ExportPreviewer::setOptions(const ExportOptions &options)
{
    if (m_options == options) {
        return;
    }
    m_options = options;
    if (!isEmpty() && (m_source || !m_error)) {
        change();
    }
}

void ExportPreviewer::setSeen(const QRect &seen)
{
    m_seen = seen;
    const bool isShown = m_part.contains(seen.intersected(QRect(QPoint(), size())));
    if (m_preview && !m_isDue && !isShown) {
        m_isDue = true; // the whole file stays as it was measured
        ++m_round;
        m_soon.start();
        Q_EMIT changed();
    }
}

void ExportPreviewer::change()
{
    ++m_round;
    m_isDue = true;
    m_measured.reset();
    m_measureSoon.stop();
    m_soon.start();
    Q_EMIT changed();
}

QSize ExportPreviewer::size() const
{
    return m_source ? resizedTo(m_source->image.size(), m_options) : QSize();
}

QRect ExportPreviewer::wantedPart(QSize size) const
{
    const QRect all(QPoint(), size);
    if (m_options.by != ExportOptions::Quality::Chosen || m_seen.isEmpty()) {
        return all;
    }
    const QRect part = m_seen.adjusted(-margin, -margin, margin, margin).intersected(all);
    const bool isNearlyAll = double(areaOf(part.size())) > nearlyAll * double(areaOf(size));
    return part.isEmpty() || isNearlyAll ? all : part;
}

void ExportPreviewer::make()
{
    if (!m_source || m_isMaking) {
        return; // it is made when the picture has come, or what is in hand has ended
    }
    m_isMaking = true;
    const bool isResized = !m_resized.isNull() && isResizedAlike(m_options, m_resizedFor);
    const auto work = [source = m_source->image, known = isResized ? m_resized : QImage(), options = m_options,
                       part = wantedPart(size())] {
        const QImage image = known.isNull() ? lightwell::resized(source, options) : known;
        return Made {image, part, previewExport(part == image.rect() ? image : image.copy(part), options)};
    };
    whenDone(QtConcurrent::run(work), this, [this, round = m_round](const Made &made) { take(round, made); });
}

void ExportPreviewer::take(int round, const Made &made)
{
    m_isMaking = false;
    if (round != m_round) {
        if (!m_soon.isActive()) {
            make();
        }
        return;
    }
    m_isDue = false;
    m_resized = made.resized;
    m_resizedFor = m_options;
    m_part = made.part;
    m_error.reset();
    if (made.preview) {
        m_preview = *made.preview;
        m_measureSoon.start();
    } else {
        m_preview.reset();
        m_error = made.preview.error();
    }
    Q_EMIT changed();
}

void ExportPreviewer::measure()
{
    if (m_isMeasuring || m_isDue || m_measured || m_file.isEmpty()) {
        return;
    }
    m_isMeasuring = true;
    const auto work = [file = m_file, options = m_options, inBooks = m_recipeInBooks] {
        return measureExport(file, options,
                             inBooks ? RecipeInBooks([&inBooks, &file] { return inBooks(file); }) : RecipeInBooks());
    };
    whenDone(QtConcurrent::run(work), this, [this, file = m_file, options = m_options](const Result<qint64> &bytes) {
        m_isMeasuring = false;
        if (file != m_file || !(options == m_options)) {
            if (m_preview && !m_isDue) {
                measure();
            }
        } else if (bytes) {
            m_measured = *bytes;
            Q_EMIT measured(file, *bytes);
            Q_EMIT changed();
        }
    });
}

std::optional<qint64> ExportPreviewer::bytes() const
{
    if (m_measured || !m_preview) {
        return m_measured;
    }
    return qint64(double(m_preview->bytes) / share());
}

std::optional<qint64> ExportPreviewer::milliseconds() const
{
    return m_preview ? std::optional(qint64(double(m_preview->milliseconds) / share())) : std::nullopt;
}

double ExportPreviewer::share() const
{
    return double(areaOf(m_part.size())) / double(std::max<qint64>(1, areaOf(m_resized.size())));
}

} // namespace lightwell
