// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/export/exportanimation.h"

#include "core/export/exportfile.h"
#include "core/export/exportpicture.h"
#include "core/export/exportreasons.h"
#include "core/export/resizing.h"
#include "core/media/animation.h"
#include "core/media/metadata/orientation.h"

namespace lightwell {

namespace {

using State = ExportOutcome::State;

constexpr qint64 megapixel = 1'000'000;
constexpr qint64 mostMegapixels = 250; ///< of all frames: a gigabyte of memory

class Animation
{
public:
    Animation(const ExportJob &job, ExportTargets &targets, const std::atomic_bool &stop)
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

    QList<ExportOutcome> exported()
    {
        if (m_job.files.size() > mostFrames) {
            fail(notSent(ErrorKind::Invalid, reasons::tooManyFrames(m_job.files.size(), mostFrames)));
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
        m_encoding.compression = m_job.options.quality;
        const Result<QByteArray> bytes = encodeAnimation(m_frames, m_job.options.delay, m_encoding);
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
    Status add(int index)
    {
        const Result<QByteArray> source = exportSourceOf(m_job, index);
        const Result<QImage> image = source ? decodeImage(*source) : Result<QImage>(source.error());
        if (!image) {
            return image.error();
        }
        m_outcomes[index].lostFrames = isAnimated(*source);
        const QImage upright = metadata::turned(*image, metadata::orientationIn(*source, *sniffFormat(*source)));
        const QImage picture = resized(upright, m_job.options);
        if (index == 0) {
            const Result<ExportFacts> facts = exportFacts(*source, m_job.options);
            if (!facts) {
                return facts.error();
            }
            m_facts = *facts;
            m_encoding.createdAt = m_job.options.writesDate ? m_facts.createdAt : QDateTime();
        }
        takeLabels(readLabels(*source));
        m_frames.append(index == 0 || picture.size() == m_frames.first().size()
                            ? picture
                            : fitImage(picture, m_frames.first().size(), Fit::Contain, m_job.options.matte));
        m_pixels += qint64(m_frames.first().width()) * m_frames.first().height();
        return m_pixels <= mostMegapixels * megapixel
            ? Status(Success())
            : notSent(ErrorKind::Invalid,
                      reasons::animationTooLarge(m_pixels / m_frames.size() * m_job.files.size() / megapixel,
                                                 mostMegapixels));
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
            outcome.size = m_frames.first().size();
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
    QList<QImage> m_frames;
    QList<ExportOutcome> m_outcomes;
    qint64 m_pixels = 0;
};

} // namespace

QList<ExportOutcome> exportAnimation(const ExportJob &job, ExportTargets &targets, const std::atomic_bool &stop)
{
    return Animation(job, targets, stop).exported();
}

} // namespace lightwell
