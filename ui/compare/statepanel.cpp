// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/statepanel.h"

#include "core/async/whendone.h"
#include "ui/compare/comparerun.h"
#include "ui/compare/failuretext.h"
#include "ui/compare/picturefiles.h"
#include "ui/steadyclock.h"
#include "ui/texts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/names.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/progressline.h"
#include "ui/widgets/stylepainting.h"
#include "ui/widgets/textlabel.h"

#include <QEvent>
#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

QString stageText(const CompareCell &cell, const QString &provider)
{
    if (cell.cancelWished) {
        return StatePanel::tr("Stopping…");
    }
    const Progress &progress = cell.progress;
    if (cell.state == CompareCell::State::Queued) {
        return StatePanel::tr("Waiting for its turn");
    }
    switch (progress.stage) {
    case Progress::Stage::Downloading:
        return StatePanel::tr("Fetching the picture…");
    case Progress::Stage::Converting:
        return StatePanel::tr("Writing the file…");
    case Progress::Stage::Waiting:
        if (progress.queuePosition && *progress.queuePosition > 0) {
            return StatePanel::tr("Place %1 in the queue of %2").arg(*progress.queuePosition).arg(provider);
        }
        return progress.fraction ? StatePanel::tr("Painting… %1 %").arg(qRound(*progress.fraction * 100))
                                 : StatePanel::tr("Painting…");
    default:
        return StatePanel::tr("Asking %1…").arg(provider);
    }
}

constexpr QSize previewBound(1024, 1024); ///< a sketch need not be sharper than a cell

} // namespace

StatePanel::StatePanel(const QString &objectName, const SteadyClock &clock, QWidget *parent)
    : QWidget(parent)
    , m_title(new TextLabel(TextLabel::Voice::Muted))
    , m_progress(new ProgressLine)
    , m_text(new TextLabel(TextLabel::Voice::Small))
    , m_billing(new TextLabel(TextLabel::Voice::Small))
    , m_step(new Button(Button::Kind::Normal))
    , m_cancel(new Button(Button::Kind::Link, tr("Cancel")))
    , m_clock(clock)
    , m_below(new QSpacerItem(0, 0, QSizePolicy::Minimum, QSizePolicy::Expanding))
{
    setObjectName(objectName);
    m_title->setObjectName(objectName + u".title"_s);
    m_text->setObjectName(objectName + u".text"_s);
    m_billing->setObjectName(objectName + u".billing"_s);
    named(m_step, objectName + u".step"_s, tr("Next step"));
    named(m_cancel, objectName + u".cancel"_s, tr("Cancel this picture"));
    m_progress->setObjectName(objectName + u".progress"_s);
    m_progress->setMaximumWidth(180);
    m_progress->setMinimumWidth(90);
    for (TextLabel *label : {m_title, m_text, m_billing}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(6);
    layout->addStretch();
    layout->addWidget(m_title);
    layout->addSpacing(2);
    auto *progressRow = new QHBoxLayout;
    progressRow->addStretch();
    progressRow->addWidget(m_progress, 10);
    progressRow->addStretch();
    layout->addLayout(progressRow);
    layout->addWidget(m_text);
    layout->addWidget(m_billing);
    layout->addSpacing(2);
    layout->addWidget(m_step, 0, Qt::AlignHCenter);
    layout->addWidget(m_cancel, 0, Qt::AlignHCenter);
    layout->addItem(m_below);
    connect(m_step, &QPushButton::clicked, this, [this] {
        m_steppedAt = m_clock.now();
        Q_EMIT stepTaken();
    });
    // Cancel comes where the step was: the second click of a double-click and a key that is held must not stop what
    // they began.
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        if (!isPartOfStep()) {
            Q_EMIT cancelled();
        }
    });
    connect(m_cancel, &Button::held, this, &StatePanel::isPartOfStep);
}

/// Of a press at this moment. If so, what follows at once is so too.
bool StatePanel::isPartOfStep()
{
    const qint64 now = m_clock.now();
    const bool isPart = m_steppedAt && now - *m_steppedAt < slipMilliseconds;
    if (isPart) {
        m_steppedAt = now;
    }
    return isPart;
}

void StatePanel::setFailing(bool failing)
{
    m_progress->setVisible(!failing);
    m_cancel->setVisible(!failing);
    m_billing->setVisible(failing);
    m_step->setVisible(failing);
}

void StatePanel::showProgress(const CompareCell &cell, const QString &provider, qint64 elapsed)
{
    setFailing(false);
    setTip(this, {});
    m_title->setVoice(TextLabel::Voice::Muted);
    m_title->setText(stageText(cell, provider));
    const bool queued = cell.state == CompareCell::State::Queued;
    m_progress->setFraction(queued ? std::optional(0.0) : cell.progress.fraction);
    m_cancel->setEnabled(!cell.cancelWished);
    takePreview(cell.preview);
    showElapsed(elapsed);
}

void StatePanel::takePreview(const QByteArray &encoded)
{
    if (encoded == m_encoded) {
        return;
    }
    m_encoded = encoded;
    if (encoded.isEmpty()) {
        setPreview(m_behind);
        return;
    }
    drawSketch();
}

void StatePanel::setBehind(const QImage &picture)
{
    if (picture.cacheKey() == m_behind.cacheKey()) {
        return;
    }
    m_behind = picture;
    if (m_encoded.isEmpty()) {
        setPreview(m_behind);
    }
}

void StatePanel::drawSketch()
{
    if (m_isDrawing) {
        return;
    }
    m_isDrawing = true;
    whenDone(picturefiles::loadSketch(m_encoded, previewBound), this, [this, drawn = m_encoded](const QImage &image) {
        m_isDrawing = false;
        if (drawn != m_encoded) {
            if (!m_encoded.isEmpty()) {
                drawSketch();
            }
        } else if (!image.isNull()) { // one that cannot be read leaves the last one
            setPreview(image);
        }
    });
}

void StatePanel::setPreview(const QImage &image)
{
    m_preview = image;
    m_below->changeSize(0, 0, QSizePolicy::Minimum, image.isNull() ? QSizePolicy::Expanding : QSizePolicy::Fixed);
    m_text->setHidden(!image.isNull() || m_text->text().isEmpty());
    layout()->invalidate();
    layout()->activate(); // the ground of the words is painted where they stand
    update();
}

/// Where the words go, their ground goes with them.
bool StatePanel::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest && !m_preview.isNull()) {
        update();
    }
    return QWidget::event(event);
}

QRect StatePanel::wordsRect() const
{
    QRect words;
    for (const QWidget *child : std::initializer_list<const QWidget *> {m_title, m_progress, m_text, m_cancel}) {
        words |= child->isHidden() ? QRect() : child->geometry();
    }
    return words.adjusted(-12, -6, 12, 4).intersected(rect().adjusted(6, 6, -6, -6));
}

void StatePanel::showElapsed(qint64 elapsed)
{
    m_text->setVisible(m_preview.isNull()); // under a sketch the words are few, so that they hide little of it
    m_text->setText(texts::duration(elapsed));
}

void StatePanel::showFailure(const FailureText &failure)
{
    setFailing(true);
    takePreview({});
    m_title->setVoice(failure.meaning == Meaning::Bad           ? TextLabel::Voice::BadStrong
                          : failure.meaning == Meaning::Warning ? TextLabel::Voice::WarningStrong
                                                                : TextLabel::Voice::Strong);
    m_title->setText(failure.title);
    m_text->setText(failure.what);
    m_text->setVisible(!failure.what.isEmpty());
    setTip(this, failure.detail);
    m_billing->setText(failure.billing);
    m_billing->setVisible(!failure.billing.isEmpty());
    m_step->setText(failure.stepText);
    m_step->setAccessibleName(failure.stepText);
    m_step->setVisible(failure.step != FailureText::Step::None);
}

void StatePanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double r = painting::cardRadius - 1;
    QPainterPath ground;
    ground.addRoundedRect(QRectF(0, 0, width(), height() + r), r, r);
    painter.setClipPath(ground);
    const Tokens t = tokensOf(palette());
    painter.fillRect(rect(), t.raised);
    if (m_preview.isNull()) {
        return;
    }
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    const QSize shown = m_preview.size().scaled(size(), Qt::KeepAspectRatio);
    painter.drawImage(QRect(QPoint((width() - shown.width()) / 2, (height() - shown.height()) / 2), shown), m_preview);
    painting::roundedBox(&painter, wordsRect(), painting::controlRadius, t.surface, t.line); // readable on any picture
}

} // namespace lightwell
