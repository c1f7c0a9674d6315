// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/statepanel.h"

#include "core/async/whendone.h"
#include "ui/compare/comparerun.h"
#include "ui/compare/failuretext.h"
#include "ui/compare/picturefiles.h"
#include "ui/compare/stepbuttons.h"
#include "ui/texts.h"
#include "ui/widgets/card.h"
#include "ui/widgets/clampedlabel.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/progressline.h"
#include "ui/widgets/sign.h"
#include "ui/widgets/stylepainting.h"

#include <QEvent>
#include <QPainter>
#include <QPainterPath>
#include <QVBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize previewBound(1024, 1024); ///< a sketch need not be sharper than a cell
constexpr int boxWidth = 236;
constexpr int boxInset = 10; ///< from the edges of the cell
constexpr int roomForReason = 130; ///< lower panels say what happened and the next step
constexpr int roomForStep = 90; ///< and the lowest only what happened
constexpr int textLines = 2;
constexpr int wordsInset = 16; ///< on each side of them
constexpr int betweenWords = 36; ///< all that is above, between and below them

} // namespace

QString StatePanel::stageText(const CompareCell &cell)
{
    if (cell.cancelWished) {
        return tr("stopping…");
    }
    const Progress &progress = cell.progress;
    switch (progress.stage) {
    case Progress::Stage::Downloading:
        return tr("fetching it");
    case Progress::Stage::Converting:
        return tr("writing the file");
    case Progress::Stage::Waiting:
        if (progress.queuePosition && *progress.queuePosition > 0) {
            return tr("place %1 in the queue").arg(*progress.queuePosition);
        }
        if (cell.previews > 0) {
            const int wished = cell.request.previews;
            return wished >= cell.previews ? tr("preview %1 of %2").arg(cell.previews).arg(wished)
                                           : tr("preview %1").arg(cell.previews);
        }
        return progress.fraction ? tr("%1 %").arg(qRound(*progress.fraction * 100)) : QString();
    default:
        return tr("asking");
    }
}

QString StatePanel::timeText(qint64 elapsed, qint64 usual)
{
    const QString so = texts::duration(elapsed, 0);
    if (usual <= 0) {
        return so;
    }
    return elapsed > usual ? tr("%1, longer than usual").arg(so)
                           : tr("%1 of about %2").arg(so, texts::duration(std::max<qint64>(usual, 1000), 0));
}

StatePanel::StatePanel(const QString &objectName, QWidget *parent)
    : QWidget(parent)
    , m_words(new QWidget(this))
    , m_sign(new Sign(Meaning::Neutral))
    , m_title(new TextLabel(TextLabel::Voice::Strong))
    , m_text(new ClampedLabel(TextLabel::Voice::Small, textLines))
    , m_billing(new TextLabel(TextLabel::Voice::Body))
    , m_steps(new StepButtons(objectName))
    , m_box(new Card(Card::Ground::Field, this))
    , m_time(new TextLabel(TextLabel::Voice::Body))
    , m_stage(new TextLabel(TextLabel::Voice::Small))
    , m_progress(new ProgressLine)
{
    setObjectName(objectName);
    m_title->setObjectName(objectName + u".title"_s);
    m_title->setElided(true);
    m_text->setObjectName(objectName + u".text"_s);
    m_billing->setObjectName(objectName + u".billing"_s);
    m_billing->setAlignment(Qt::AlignCenter);
    m_billing->setWordWrap(true);
    auto *title = new QHBoxLayout;
    title->setSpacing(7);
    title->addStretch();
    title->addWidget(m_sign);
    title->addWidget(m_title);
    title->addStretch();
    auto *layout = new QVBoxLayout(m_words);
    layout->setContentsMargins(wordsInset, 8, wordsInset, 8);
    layout->setSpacing(3);
    layout->addStretch();
    layout->addLayout(title);
    layout->addSpacing(2);
    layout->addWidget(m_text);
    layout->addWidget(m_billing);
    layout->addSpacing(5);
    layout->addWidget(m_steps);
    layout->addStretch();
    buildProgress(objectName);
    connect(m_steps, &StepButtons::taken, this, &StatePanel::stepTaken);
}

void StatePanel::buildProgress(const QString &objectName)
{
    m_box->setObjectName(objectName + u".box"_s);
    m_time->setObjectName(objectName + u".elapsed"_s);
    m_stage->setObjectName(objectName + u".stage"_s);
    m_stage->setElided(true);
    m_stage->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_progress->setObjectName(objectName + u".progress"_s);
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_time);
    line->addWidget(m_stage, 1);
    auto *layout = new QVBoxLayout(m_box);
    layout->setContentsMargins(10, 7, 10, 9);
    layout->setSpacing(7);
    layout->addLayout(line);
    layout->addWidget(m_progress);
    m_box->hide();
}

void StatePanel::show(Shows what)
{
    m_shows = what;
    fit();
}

void StatePanel::fit()
{
    const bool failed = m_shows == Shows::Failure;
    m_box->setVisible(m_shows == Shows::Progress);
    m_words->setVisible(m_shows != Shows::Progress);
    m_words->setGeometry(rect());
    const bool hasSteps = failed && height() >= roomForStep && !m_steps->isEmpty();
    const bool hasBilling = failed && height() >= roomForReason && !m_billing->text().isEmpty();
    // Steps that stand below each other may take the reason's room.
    const int inner = width() - 2 * wordsInset;
    const int taken = m_title->sizeHint().height() + (hasSteps ? m_steps->heightForWidth(inner) : 0)
        + (hasBilling ? m_billing->heightForWidth(inner) : 0) + betweenWords;
    m_text->setVisible(height() >= roomForReason && !m_text->text().isEmpty()
                       && taken + m_text->heightForWidth(inner) <= height());
    m_billing->setVisible(hasBilling && taken <= height());
    m_steps->setVisible(hasSteps);
    const QSize box(std::min(boxWidth, width() - 2 * boxInset), m_box->sizeHint().height());
    const QRect place(QPoint(boxInset, height() - boxInset - box.height()), box);
    m_box->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
}

void StatePanel::resizeEvent(QResizeEvent *)
{
    fit();
}

bool StatePanel::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest) {
        fit();
    }
    return QWidget::event(event);
}

void StatePanel::showProgress(const CompareCell &cell, const QString &provider, qint64 elapsed, qint64 usual)
{
    setTip(this, {});
    m_told = cell.progress.fraction;
    takePreview(cell.preview);
    const bool queued = cell.state == CompareCell::State::Queued && !cell.cancelWished;
    if (queued && m_preview.isNull()) {
        m_sign->setMeaning(Meaning::Neutral);
        m_sign->setIcon(Icon::Clock);
        m_title->setVoice(TextLabel::Voice::Strong);
        m_title->setText(tr("Queued"));
        m_text->setText(provider.isEmpty() ? tr("Waits for its turn.") : tr("Waits for its turn at %1.").arg(provider));
        show(Shows::Waiting);
        return;
    }
    m_stage->setText(queued ? tr("queued") : stageText(cell));
    showElapsed(elapsed, usual);
    show(Shows::Progress);
}

void StatePanel::showElapsed(qint64 elapsed, qint64 usual)
{
    m_time->setText(timeText(elapsed, usual));
    const bool byTime = !m_told && usual > 0;
    m_progress->setFraction(byTime ? static_cast<double>(elapsed) / static_cast<double>(usual) : m_told);
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
    update();
}

void StatePanel::showWait(int seconds)
{
    m_steps->showWait(seconds);
}

void StatePanel::showFailure(const FailureText &failure, int wait)
{
    takePreview({});
    const bool bad = failure.meaning == Meaning::Bad;
    m_sign->setMeaning(failure.meaning);
    m_sign->setIcon(failure.isBusy ? Icon::Clock : bad ? Icon::Error : Icon::No);
    m_title->setVoice(bad                                       ? TextLabel::Voice::BadStrong
                          : failure.meaning == Meaning::Warning ? TextLabel::Voice::WarningStrong
                                                                : TextLabel::Voice::Strong);
    m_title->setText(failure.title);
    m_text->setText(failure.what);
    m_billing->setText(failure.billing);
    // What there is no room for is still told.
    QStringList whole {failure.title, failure.what, failure.billing, failure.detail};
    whole.removeAll(QString());
    setTip(this, whole.join(u'\n'));
    m_steps->show(failure.first, failure.second, wait);
    show(Shows::Failure);
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
}

} // namespace lightwell
