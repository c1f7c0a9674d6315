// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mask/maskedits.h"

#include "core/async/whendone.h"

#include <QtConcurrent/QtConcurrentRun>

#include <utility>

namespace lightwell {

namespace {

/// Its end is up to the caller.
void draw(MaskDocument &document, const MaskEdits::Stroke &stroke)
{
    MaskDocument::Brush brush = stroke.brush;
    brush.diameter = stroke.way.constFirst().diameter;
    document.beginStroke(stroke.way.constFirst().at, brush);
    for (qsizetype place = 1; place < stroke.way.size(); ++place) {
        document.setStrokeDiameter(stroke.way.at(place).diameter);
        document.strokeTo(stroke.way.at(place).at);
    }
}

} // namespace

MaskEdits::MaskEdits(const MaskDocument &document, QObject *parent)
    : QObject(parent)
    , m_document(document)
{
}

bool MaskEdits::canUndo() const
{
    return m_isWorking ? !m_drawn : m_document.canUndo();
}

bool MaskEdits::canRedo() const
{
    return !m_isWorking && m_document.canRedo();
}

QList<MaskEdits::Stroke> MaskEdits::waiting() const
{
    QList<Stroke> all = m_ended;
    if (m_drawn) {
        all.append(*m_drawn);
    }
    return all;
}

void MaskEdits::change(const Edit &edit)
{
    if (m_isWorking) {
        m_edits.append(edit);
        return;
    }
    edit(m_document);
    Q_EMIT changed();
}

void MaskEdits::work(const Edit &edit)
{
    m_edits.append(edit);
    if (!m_isWorking) {
        start(m_document);
        Q_EMIT busyChanged();
    }
}

void MaskEdits::start(const MaskDocument &document)
{
    m_isWorking = true;
    const auto run = [edited = document, edits = std::exchange(m_edits, {})]() mutable -> Result<MaskDocument> {
        for (const Edit &edit : std::as_const(edits)) {
            edit(edited);
        }
        return edited;
    };
    whenDone(QtConcurrent::run(run), this, [this, before = document](const Result<MaskDocument> &done) {
        if (!done) {
            Q_EMIT failed(done.error());
        }
        take(done ? *done : before);
    });
}

/// What waits goes on with it, and is shown with it: a growth or a stroke that is seen already does not flicker.
void MaskEdits::take(const MaskDocument &done)
{
    if (!m_edits.isEmpty()) {
        start(done);
        return;
    }
    m_isWorking = false;
    m_document = done;
    m_ended.clear();
    if (m_drawn) {
        draw(m_document, *std::exchange(m_drawn, std::nullopt));
    }
    if (m_growth) {
        m_document.growLive(*m_growth);
    }
    Q_EMIT busyChanged();
    Q_EMIT changed();
}

QRect MaskEdits::beginStroke(QPointF at, const MaskDocument::Brush &brush)
{
    if (m_isWorking) {
        m_drawn = Stroke {brush, {{at, brush.diameter}}};
        return {};
    }
    return m_document.beginStroke(at, brush);
}

QRect MaskEdits::strokeTo(QPointF at, double diameter)
{
    if (m_drawn) {
        m_drawn->way.append({at, diameter});
        return {};
    }
    m_document.setStrokeDiameter(diameter);
    return m_document.strokeTo(at);
}

void MaskEdits::endStroke()
{
    if (m_drawn) {
        m_ended.append(*std::exchange(m_drawn, std::nullopt));
        change([stroke = m_ended.constLast()](MaskDocument &document) {
            draw(document, stroke);
            document.endStroke();
        });
    } else if (m_document.isStroking()) {
        m_document.endStroke();
        Q_EMIT changed();
    }
}

void MaskEdits::cancelStroke()
{
    m_drawn.reset();
    m_document.cancelStroke();
}

void MaskEdits::grow(const QMargins &growth)
{
    m_growth = growth;
    m_document.growLive(growth);
}

void MaskEdits::endGrowth()
{
    if (const std::optional<QMargins> growth = std::exchange(m_growth, std::nullopt)) {
        change([growth = *growth](MaskDocument &document) { document.setGrowth(growth); });
    }
}

void MaskEdits::cancelGrowth()
{
    m_growth.reset();
    m_document.cancelGrowth();
}

} // namespace lightwell
