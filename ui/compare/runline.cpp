// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/runline.h"

#include "core/async/whendone.h"
#include "core/model/displaytext.h"
#include "ui/compare/cellmarks.h"
#include "ui/compare/picturefiles.h"
#include "ui/compare/summarylabel.h"
#include "ui/texts.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/stylepainting.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QStyle>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int lowest = 50;
constexpr int maxThumbnails = 4;
constexpr int thumbnailHeight = 34;
constexpr int thumbnailWidth = 62; ///< at most
constexpr int inset = 8;
constexpr int thumbnailGap = 4;
constexpr int starBox = 14; ///< over a thumbnail, readable on any picture
constexpr int roomForPictures = 420; ///< narrower lines have words alone

QList<Money> costsOf(const CompareRun &run)
{
    QList<Money> costs;
    for (const CompareCell &cell : run.cells) {
        costs += cell.costsBefore;
        if (!cell.isUnderWay() && cell.outcome && cell.wasBilled()) {
            costs.append(cell.outcome->cost);
        }
    }
    return costs;
}

QString mayBeBilledOf(const CompareRun &run)
{
    QList<Money> prices;
    for (const CompareCell &cell : run.cells) {
        prices += cell.openBills();
    }
    return prices.isEmpty() ? QString() : SummaryLabel::mayBeBilled(prices);
}

QString factsOf(const CompareRun &run)
{
    const auto count = [&run](auto is) {
        return static_cast<int>(std::count_if(run.cells.cbegin(), run.cells.cend(), is));
    };
    const int shown = count([](const CompareCell &cell) { return !cell.isOff; });
    const int done =
        count([](const CompareCell &cell) { return !cell.isOff && cell.state == CompareCell::State::Done; });
    const int failed = count([](const CompareCell &cell) { return !cell.isOff && cell.hasFailed(); });
    QStringList facts {QLocale().toString(run.startedAt.time(), QLocale::ShortFormat)};
    facts.append(run.columns.size() == 1 ? RunLine::tr("1 model") : RunLine::tr("%1 models").arg(run.columns.size()));
    facts.append(RunLine::tr("%1 of %2 done").arg(done).arg(shown));
    if (failed > 0) {
        facts.append(RunLine::tr("%1 failed").arg(failed));
    }
    return facts.join(u" · "_s);
}

} // namespace

RunLine::RunLine(const QString &objectName, CellMarks &marks, QWidget *parent)
    : QAbstractButton(parent)
    , m_marks(marks)
{
    setObjectName(objectName);
    setAccessibleName(tr("An earlier run"));
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setFixedHeight(sizeHint().height());
    connect(&marks, &CellMarks::changed, this, &RunLine::describe);
}

QSize RunLine::sizeHint() const
{
    const int words = fontMetrics().height() + QFontMetrics(smallFont(font())).height() + 14;
    return {400, std::max(lowest, words)};
}

void RunLine::show(const CompareRun &run)
{
    m_title = displayText(run.title());
    m_facts = factsOf(run);
    m_open = mayBeBilledOf(run);
    const QList<Money> costs = costsOf(run);
    m_sum = costs.isEmpty() ? QString() : texts::spentSum(costs);
    setTip(this, m_title);
    QList<Picture> pictures;
    for (const CompareCell &cell : run.cells) {
        if (const Picture *picture = cell.picture(); picture && !cell.isOff && pictures.size() < maxThumbnails) {
            pictures.append(*picture);
        }
    }
    const bool same =
        std::equal(pictures.cbegin(), pictures.cend(), m_thumbnails.cbegin(), m_thumbnails.cend(),
                   [](const Picture &picture, const Thumbnail &shown) { return picture == shown.picture; });
    if (!same) {
        m_thumbnails.clear();
        for (const Picture &picture : std::as_const(pictures)) {
            m_thumbnails.append({picture, {}});
        }
        load();
    }
    describe();
}

void RunLine::describe()
{
    int starred = 0;
    for (const Thumbnail &thumbnail : std::as_const(m_thumbnails)) {
        m_marks.want(thumbnail.picture.id);
        starred += m_marks.of(thumbnail.picture.id).isStarred ? 1 : 0;
    }
    QStringList spoken {m_title, m_facts, m_open, m_sum, starred > 0 ? tr("%1 starred").arg(starred) : QString()};
    spoken.removeAll(QString());
    setAccessibleName(spoken.join(u", "_s));
    update();
}

QSize RunLine::bound() const
{
    return QSize(thumbnailWidth, thumbnailHeight) * devicePixelRatioF();
}

void RunLine::load()
{
    const int round = ++m_round;
    for (qsizetype index = 0; index < m_thumbnails.size(); ++index) {
        const auto take = [this, round, index](const QImage &image) {
            if (round == m_round) {
                m_thumbnails[index].image = image;
                update();
            }
        };
        whenDone(picturefiles::load(m_thumbnails.at(index).picture, bound()), this, take);
    }
}

bool RunLine::event(QEvent *event)
{
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave) {
        update();
    }
    return QAbstractButton::event(event);
}

void RunLine::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && event->modifiers() == Qt::NoModifier) {
        if (!event->isAutoRepeat()) {
            click();
        }
        return;
    }
    // Arrows lead to the cells, which is not the button's to know.
    if (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down) {
        event->ignore();
        return;
    }
    QAbstractButton::keyPressEvent(event);
}

void RunLine::paintEvent(QPaintEvent *)
{
    const Tokens t = tokensOf(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painting::roundedBox(&painter, QRectF(rect()), painting::cardRadius, t.surface, underMouse() ? t.muted : t.line);
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
        painting::focusRing(&painter, QRectF(rect()), painting::cardRadius, t);
    }
    const auto at = [this](const QRect &place) { return QStyle::visualRect(layoutDirection(), rect(), place); };
    const qreal ratio = devicePixelRatioF();
    int left = inset;
    for (const Thumbnail &thumbnail : m_thumbnails) {
        if (width() < roomForPictures) {
            break;
        }
        const QSize shape = thumbnail.image.isNull() ? thumbnail.picture.size : thumbnail.image.size();
        const QSize size = shape.isEmpty() ? QSize(thumbnailHeight, thumbnailHeight)
                                           : shape.scaled(thumbnailWidth, thumbnailHeight, Qt::KeepAspectRatio);
        const QRect place = at(QRect(QPoint(left, (height() - size.height()) / 2), size));
        if (thumbnail.image.isNull()) {
            painter.fillRect(place, t.raised);
        } else {
            painting::picture(&painter, QRectF(place), thumbnail.image);
        }
        if (m_marks.of(thumbnail.picture.id).isStarred) {
            const QRect corner(place.right() - starBox, place.top() + 1, starBox, starBox);
            painting::roundedBox(&painter, QRectF(corner), 3, t.surface, t.line);
            painter.drawPixmap(corner.adjusted(2, 2, -2, -2), iconPixmap(Icon::StarOn, t.accent, starBox - 4, ratio));
        }
        left += size.width() + thumbnailGap;
    }
    left += left > inset ? 6 : 4;
    constexpr int chevron = 16;
    const QRect sign(width() - 12 - chevron, (height() - chevron) / 2, chevron, chevron);
    painter.drawPixmap(at(sign),
                       iconPixmap(isChecked() ? Icon::ChevronUp : Icon::ChevronDown, t.muted, chevron, ratio));
    painter.setPen(t.muted);
    const int sum = fontMetrics().horizontalAdvance(m_sum);
    painter.drawText(at(QRect(sign.left() - 16 - sum, 0, sum, height())), Qt::AlignVCenter | Qt::AlignLeft, m_sum);
    const int room = sign.left() - 32 - sum - left;
    const QFontMetrics small(smallFont(font()));
    const int top = (height() - fontMetrics().height() - small.height() - 1) / 2;
    painter.setPen(t.text);
    painter.drawText(at(QRect(left, top, room, fontMetrics().height())), Qt::AlignVCenter | Qt::AlignLeft,
                     fontMetrics().elidedText(m_title, Qt::ElideRight, room));
    painter.setFont(smallFont(font()));
    painter.setPen(t.muted);
    // What may be billed is the last to go.
    const QString open = small.elidedText(m_open, Qt::ElideRight, room);
    const QString after = open.isEmpty() ? QString() : u" · "_s;
    const int openWidth = small.horizontalAdvance(open);
    const int roomForFacts = room - openWidth - small.horizontalAdvance(after);
    const QString cut = roomForFacts > 0 ? small.elidedText(m_facts, Qt::ElideRight, roomForFacts) : QString();
    const QString facts = cut.isEmpty() ? QString() : cut + after;
    const int factsWidth = small.horizontalAdvance(facts);
    const int below = top + fontMetrics().height() + 1;
    const auto line = [&](int from, int width) { return at(QRect(from, below, width, small.height())); };
    painter.drawText(line(left, factsWidth), Qt::AlignVCenter | Qt::AlignLeft, facts);
    painter.setPen(t.warn);
    painter.drawText(line(left + factsWidth, openWidth), Qt::AlignVCenter | Qt::AlignLeft, open);
}

} // namespace lightwell
