// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/lineagelist.h"

#include "ui/gallery/tilepainter.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/stylepainting.h"

#include <QAbstractButton>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int shownChildren = 4;
constexpr int lineX = 6; ///< of the line's middle
constexpr QSize thumb(48, 32);
constexpr int thumbX = 20;
constexpr int textX = thumbX + thumb.width() + 8;

class Row : public QAbstractButton
{
public:
    Row(TileImages &images, const LibraryEntry &entry, QString name, QString facts, bool isOwn)
        : m_images(images)
        , m_id(QByteArray::fromHex(entry.picture.id.toLatin1()))
        , m_name(std::move(name))
        , m_facts(std::move(facts))
        , m_isOwn(isOwn)
    {
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setAccessibleName(m_name + u", "_s + m_facts);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        if (!isOwn) {
            setCursor(Qt::PointingHandCursor);
        }
        connect(&m_images, &TileImages::arrived, this, [this](const QByteArray &id) {
            if (id == m_id) {
                update();
            }
        });
        const QSize shape = entry.picture.size.isEmpty() ? thumb : entry.picture.size;
        m_shown = shape.scaled(thumb, Qt::KeepAspectRatio).expandedTo(QSize(1, 1));
    }
    [[nodiscard]] QSize sizeHint() const override { return {textX + 120, std::max(thumb.height(), textHeight()) + 10}; }
    [[nodiscard]] TileImages::Wanted wanted() const
    {
        return {m_id, TilePainter::pixelsOf(QRect({}, m_shown), devicePixelRatioF()), true};
    }
    bool isFirst = false;
    bool isLast = false;

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Tokens t = tokensOf(palette());
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        if (underMouse() && !m_isOwn) {
            painting::roundedBox(&painter, QRectF(rect()).adjusted(16, 1, 0, -1), painting::innerRadius, t.raised);
        }
        const double middle = height() / 2.0;
        painter.setPen(QPen(t.line, 1.5));
        if (!isFirst) {
            painter.drawLine(QPointF(lineX, 0), QPointF(lineX, middle - 5));
        }
        if (!isLast) {
            painter.drawLine(QPointF(lineX, middle + 5), QPointF(lineX, height()));
        }
        painter.setPen(QPen(m_isOwn ? t.accent : t.muted, 1.5));
        painter.setBrush(m_isOwn ? QBrush(t.accent) : QBrush(Qt::NoBrush));
        painter.drawEllipse(QPointF(lineX, middle), 4, 4);
        const QRect place(QPoint(thumbX + (thumb.width() - m_shown.width()) / 2, (height() - m_shown.height()) / 2),
                          m_shown);
        painter.setRenderHint(QPainter::SmoothPixmapTransform);
        TilePainter(painter, t, font(), devicePixelRatioF()).paint(place, {}, m_images.find(m_id), {});
        paintWords(painter, t);
        if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
            painting::focusRing(&painter, QRectF(rect()).adjusted(15, 1, -1, -1), painting::innerRadius, t);
        }
    }

private:
    [[nodiscard]] int textHeight() const { return 2 * fontMetrics().lineSpacing(); }
    void paintWords(QPainter &painter, const Tokens &t)
    {
        QFont strong = font();
        strong.setWeight(QFont::Medium);
        QFont small = font();
        small.setPointSizeF(small.pointSizeF() * 0.92);
        const QRect room(textX, (height() - textHeight()) / 2, width() - textX - 4, textHeight());
        painter.setFont(strong);
        painter.setPen(t.text);
        painter.drawText(room, Qt::AlignTop | Qt::AlignLeft,
                         QFontMetrics(strong).elidedText(m_name, Qt::ElideRight, room.width()));
        painter.setFont(small);
        painter.setPen(t.muted);
        painter.drawText(room, Qt::AlignBottom | Qt::AlignLeft,
                         QFontMetrics(small).elidedText(m_facts, Qt::ElideRight, room.width()));
    }
    TileImages &m_images;
    const QByteArray m_id;
    const QString m_name;
    const QString m_facts;
    const bool m_isOwn;
    QSize m_shown;
};

QString factsOf(const LibraryEntry &entry)
{
    const QDateTime made = entry.createdAt.toLocalTime();
    return QLocale().toString(made, u"d MMMM, "_s) + QLocale().toString(made.time(), QLocale::ShortFormat);
}

} // namespace

LineageList::LineageList(TileImages &images, QWidget *parent)
    : QWidget(parent)
    , m_images(images)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
}

void LineageList::setDetails(const LibraryDetails &details)
{
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        item->widget()->hide();
        item->widget()->setObjectName({});
        item->widget()->deleteLater(); // it may be the one that was just pressed
        delete item;
    }
    m_keys.clear();
    for (const LibraryEntry &parent : details.parents) {
        add(parent, details.parents.size() == 1 ? tr("Original") : tr("Made of this"), false);
    }
    add(details.entry, tr("This picture"), true);
    const auto children = std::min<qsizetype>(details.children.size(), shownChildren);
    for (qsizetype i = 0; i < children; ++i) {
        const bool hasMore = i + 1 == children && details.childCount > children;
        add(details.children.at(i),
            hasMore ? tr("%1 more edits").arg(details.childCount - children + 1) : tr("Edit of this"), false);
    }
    for (int i = 0; i < m_layout->count(); ++i) {
        auto *row = static_cast<Row *>(m_layout->itemAt(i)->widget());
        row->isFirst = i == 0;
        row->isLast = i + 1 == m_layout->count();
    }
    setVisible(!isEmpty());
}

void LineageList::add(const LibraryEntry &entry, const QString &name, bool isOwn)
{
    auto *row = new Row(m_images, entry, name, factsOf(entry), isOwn);
    row->setObjectName(u"galleryLineage.%1"_s.arg(m_keys.size()));
    row->installEventFilter(this);
    setTip(row, entry.prompt);
    m_keys.append(entry.key);
    m_layout->addWidget(row);
    row->show();
    connect(row, &QAbstractButton::clicked, this, [this, key = entry.key] { Q_EMIT pictureWanted(key); });
}

QList<TileImages::Wanted> LineageList::wanted() const
{
    QList<TileImages::Wanted> wanted;
    for (int i = 0; i < m_layout->count(); ++i) {
        wanted.append(static_cast<const Row *>(m_layout->itemAt(i)->widget())->wanted());
    }
    return wanted;
}

bool LineageList::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const int by = key->key() == Qt::Key_Down ? 1 : key->key() == Qt::Key_Up ? -1 : 0;
        const int next = m_layout->indexOf(qobject_cast<QWidget *>(watched)) + by;
        if (by != 0 && next >= 0 && next < m_layout->count()) {
            m_layout->itemAt(next)->widget()->setFocus(Qt::TabFocusReason);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace lightwell
