// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/exporttogether.h"

#include "core/async/whendone.h"
#include "core/export/exportfile.h"
#include "core/export/exportreasons.h"
#include "core/export/qualitysearch.h"
#include "core/export/resizing.h"
#include "core/media/animation.h"
#include "core/media/contactsheet.h"
#include "core/media/metadata/orientation.h"

#include <QFileInfo>

namespace lightwell {

namespace {

using State = ExportOutcome::State;

constexpr qint64 megapixel = 1'000'000;
constexpr int largestTile = 900; ///< pixels that a contact sheet can show
constexpr qint64 maxMegapixels = 250; ///< of all frames: a gigabyte of memory

class Together
{
public:
    Together(const ExportJob &job, ExportTargets &targets, const std::atomic_bool &stop)
        : m_job(job)
        , m_targets(targets)
        , m_stop(stop)
        , m_encoding(encodingFor(job.options))
    {
        for (const QString &file : job.files) {
            ExportOutcome outcome;
            outcome.file = file;
            m_outcomes.append(outcome);
        }
    }

    Result<QImage> page()
    {
        if (m_job.files.size() > maxFrames) {
            return tooMany();
        }
        for (int index = 0; index < m_job.files.size() && !m_stop; ++index) {
            if (const Status read = add(index); !read) {
                return read.error();
            }
        }
        return m_stop ? Result<QImage>(givenUp()) : laidOut();
    }

    QList<ExportOutcome> exported()
    {
        if (m_job.files.size() > maxFrames) {
            fail(tooMany());
            return m_outcomes;
        }
        for (int index = 0; index < m_job.files.size(); ++index) {
            if (m_stop) {
                return m_outcomes;
            }
            if (const Status read = add(index); !read) {
                fail(read.error(), index);
                return m_outcomes;
            }
        }
        const QString stem = exportStemOf(m_job, 0, m_facts);
        if (m_job.existing == ExportExisting::Skipped
            && m_targets.isTaken(m_job.folder, stem, formatSuffix(m_job.options.format))) {
            for (ExportOutcome &outcome : m_outcomes) {
                outcome.isTaken = true;
            }
            return m_outcomes;
        }
        const Result<QByteArray> bytes = m_job.options.isSheet ? sheet() : animation();
        const Result<QString> target = bytes && !m_stop ? writeExport(m_job, m_targets, stem, *bytes)
            : bytes                                     ? Result<QString>(QString())
                                                        : bytes.error();
        if (!target) {
            fail(target.error());
        } else if (!target->isEmpty()) {
            succeed(*target, bytes->size());
        }
        return m_outcomes;
    }

private:
    [[nodiscard]] Error tooMany() const
    {
        return notSent(ErrorKind::Invalid, reasons::tooManyFrames(m_job.files.size(), maxFrames));
    }

    Status add(int index)
    {
        const Result<QByteArray> source = exportSourceOf(m_job, index);
        const Result<QImage> image = source ? decodeImage(*source) : Result<QImage>(source.error());
        const RecipeInBooks inBooks = recipeInBooksOf(m_job, index);
        const Result<ExportFacts> facts =
            image ? exportFacts(*source, m_job.options, inBooks) : Result<ExportFacts>(image.error());
        if (!facts) {
            return facts.error();
        }
        m_outcomes[index].lostFrames = isAnimated(*source);
        if (index == 0) {
            m_facts = *facts;
            m_encoding.createdAt = m_job.options.writesDate ? m_facts.createdAt : QDateTime();
        }
        takeLabels(exportLabels(*source, inBooks));
        const QImage upright = metadata::turned(*image, metadata::orientationIn(*source, *sniffFormat(*source)));
        return m_job.options.isSheet ? addTile(upright, *facts, index) : addFrame(resized(upright, m_job.options));
    }

    Status addFrame(const QImage &picture)
    {
        m_frames.append(m_frames.isEmpty() || picture.size() == m_frames.first().size()
                            ? picture
                            : fitImage(picture, m_frames.first().size(), Fit::Contain, m_job.options.matte));
        m_size = m_frames.first().size();
        m_pixels += qint64(m_size.width()) * m_size.height();
        return m_pixels <= maxMegapixels * megapixel
            ? Status(Success())
            : notSent(
                ErrorKind::Invalid,
                reasons::animationTooLarge(m_pixels / m_frames.size() * m_job.files.size() / megapixel, maxMegapixels));
    }

    Status addTile(const QImage &picture, const ExportFacts &facts, int index)
    {
        m_title = index == 0 || m_title == facts.prompt ? facts.prompt : QString();
        ExportFacts told = facts;
        told.name = QFileInfo(m_job.files.at(index)).completeBaseName();
        const bool isLarge = std::max(picture.width(), picture.height()) > largestTile;
        m_tiles.append({isLarge
                            ? picture.scaled(largestTile, largestTile, Qt::KeepAspectRatio, Qt::SmoothTransformation)
                            : picture,
                        m_job.caption ? m_job.caption(told) : QStringList {told.name}});
        return Success();
    }

    Result<QByteArray> animation()
    {
        m_encoding.compression = m_job.options.quality;
        return encodeAnimation(m_frames, m_job.options.delay, m_encoding);
    }

    [[nodiscard]] QImage laidOut() const
    {
        return makeContactSheet(m_job.title.isEmpty() ? m_title : m_job.title, m_tiles);
    }

    Result<QByteArray> sheet()
    {
        const QImage page = laidOut();
        m_size = page.size();
        Result<Encoded> encoded = encodeAsWished(page, m_encoding, m_job.options);
        return encoded ? Result<QByteArray>(std::move(encoded.value().bytes)) : encoded.error();
    }

    void takeLabels(const AiLabels &labels)
    {
        AiLabels &all = m_encoding.labels;
        if (all.digitalSourceType.isEmpty() && m_job.options.writesLabel) {
            all.digitalSourceType = labels.digitalSourceType;
        }
        if (all.aigc.isEmpty()) {
            all.aigc = labels.aigc;
        }
    }

    void fail(const Error &error, int index = 0)
    {
        for (ExportOutcome &outcome : m_outcomes) {
            outcome.state = State::Skipped;
        }
        m_outcomes[index].state = State::Failed;
        m_outcomes[index].error = error;
    }

    void succeed(const QString &target, qint64 bytes)
    {
        for (ExportOutcome &outcome : m_outcomes) {
            outcome.state = State::Done;
            outcome.target = target;
            outcome.size = m_size;
            outcome.isPart = true;
        }
        m_outcomes.first().isPart = false;
        m_outcomes.first().bytes = bytes;
    }

    const ExportJob &m_job;
    ExportTargets &m_targets;
    const std::atomic_bool &m_stop;
    EncodeOptions m_encoding;
    ExportFacts m_facts;
    QList<QImage> m_frames; ///< of an animation
    QList<ContactSheetTile> m_tiles; ///< of a contact sheet
    QString m_title; ///< the prompt of all so far
    QSize m_size; ///< of the file's picture
    QList<ExportOutcome> m_outcomes;
    qint64 m_pixels = 0;
};

} // namespace

QList<ExportOutcome> exportTogether(const ExportJob &job, ExportTargets &targets, const std::atomic_bool &stop)
{
    return Together(job, targets, stop).exported();
}

Result<QImage> contactSheetPage(const ExportJob &job, const std::atomic_bool &stop)
{
    ExportTargets none({}, ExportExisting::Kept); // nothing is written
    ExportJob sheet = job;
    sheet.options.delay = 0;
    sheet.options.isSheet = true;
    return Together(sheet, none, stop).page();
}

} // namespace lightwell
