// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/compare/modelrow.h"

#include "ui/widgets/button.h"
#include "ui/widgets/names.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/stylepainting.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr int roomForRemove = 27; ///< kept, so that nothing moves when it shows
constexpr int spacing = 6;
constexpr int beforeName = 11;

} // namespace

ModelRow::ModelRow(const QString &model, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_name(new TextLabel(TextLabel::Voice::Body, name))
    , m_sign(new Sign(Meaning::Warning))
    , m_words(new TextLabel(TextLabel::Voice::SmallWarning))
    , m_size(new TextLabel(TextLabel::Voice::Small))
    , m_price(new TextLabel(TextLabel::Voice::Body))
    , m_remove(new Button(Button::Kind::Quiet))
{
    setObjectName(u"modelRow."_s + model);
    m_size->setObjectName(u"modelSize."_s + model);
    m_words->setObjectName(u"modelSign."_s + model);
    m_price->setObjectName(u"modelPrice."_s + model);
    setAttribute(Qt::WA_Hover);
    setFixedHeight(std::max(painting::controlHeight, fontMetrics().height() + 10));
    m_name->setElided(true);
    m_price->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_remove->setIconSize(QSize(12, 12));
    m_remove->setFixedSize(20, 20);
    named(m_remove, u"removeModel."_s + model, tr("Remove %1").arg(name));
    setTip(m_remove, tr("Remove %1 (Delete). Alt+↑ and Alt+↓ move it.").arg(name));
    m_sign->hide();
    m_words->hide();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(beforeName, 0, roomForRemove - 23, 0);
    layout->setSpacing(spacing);
    layout->addWidget(m_name, 1);
    layout->addWidget(m_sign);
    layout->addWidget(m_words);
    layout->addWidget(m_size);
    layout->addSpacing(4);
    layout->addWidget(m_price);
    layout->addWidget(m_remove);
    m_remove->installEventFilter(this);
    connect(m_remove, &QPushButton::clicked, this, [this] { Q_EMIT removeRequested(m_model); });
    showRemove();
}

bool ModelRow::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseButtonDblClick:
        return true; // the next row comes under the pointer: the second press was not meant for it
    case QEvent::FocusIn:
    case QEvent::FocusOut:
        showRemove();
        break;
    case QEvent::KeyPress: {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isArrow = key->key() == Qt::Key_Up || key->key() == Qt::Key_Down;
        if (key->key() == Qt::Key_Delete && key->modifiers() == Qt::NoModifier) {
            Q_EMIT removeRequested(m_model);
            return true;
        }
        if (isArrow && key->modifiers() == Qt::AltModifier) {
            Q_EMIT moveRequested(m_model, key->key() == Qt::Key_Up ? -1 : 1);
            return true;
        }
        break;
    }
    default:
        break;
    }
    return QWidget::eventFilter(watched, event);
}

bool ModelRow::event(QEvent *event)
{
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave) {
        showRemove();
    }
    return QWidget::event(event);
}

/// It keeps its place, and can be reached by Tab, also while there is nothing to be seen of it.
void ModelRow::showRemove()
{
    const bool shown = underMouse() || m_remove->hasFocus();
    m_remove->setIcon(shown ? themedIcon(Icon::Close) : QIcon());
    update();
}

void ModelRow::setSize(const QString &size)
{
    m_size->setText(size);
    fit();
}

void ModelRow::setPrice(const QString &price, const QString &why)
{
    m_price->setText(price);
    m_price->setAccessibleDescription(why);
    setTip(m_price, why);
    fit();
}

int ModelRow::priceWidth() const
{
    return m_price->text().isEmpty() ? 0 : m_price->fontMetrics().horizontalAdvance(m_price->text());
}

void ModelRow::setPriceColumn(int width)
{
    m_price->setMinimumWidth(m_price->text().isEmpty() ? 0 : width);
    fit();
}

void ModelRow::setRemark(const std::optional<Remark> &remark)
{
    m_remark = remark;
    const QString whole = remark ? remark->whole : QString();
    m_words->setText(remark ? remark->words : QString());
    if (remark) {
        m_sign->setMeaning(remark->meaning);
        if (remark->icon) {
            m_sign->setIcon(*remark->icon);
        } else {
            m_sign->setIcon(remark->meaning == Meaning::Warning ? Icon::Warning : Icon::Info);
        }
    }
    const bool warns = !remark || remark->meaning == Meaning::Warning;
    m_words->setVoice(warns ? TextLabel::Voice::SmallWarning : TextLabel::Voice::Small);
    m_price->setVoice(remark && remark->isHeldBack ? TextLabel::Voice::Muted : TextLabel::Voice::Body);
    setTip(this, whole);
    setAccessibleDescription(whole);
    m_remove->setAccessibleDescription(whole); // the keyboard is there
    fit();
}

void ModelRow::fit()
{
    const int price =
        m_price->text().isEmpty() ? 0 : std::max(m_price->sizeHint().width(), m_price->minimumWidth()) + spacing + 4;
    const int room = width() - beforeName - roomForRemove - spacing - price - m_name->sizeHint().width();
    const int sign = m_remark ? m_sign->sizeHint().width() + spacing : 0;
    const bool hasWords = m_remark && !m_words->text().isEmpty();
    m_sign->setVisible(m_remark.has_value());
    m_words->setVisible(hasWords && room >= sign + m_words->sizeHint().width() + spacing);
    m_size->setVisible(!hasWords && !m_size->text().isEmpty() && room >= sign + m_size->sizeHint().width() + spacing);
}

void ModelRow::resizeEvent(QResizeEvent *)
{
    fit();
}

void ModelRow::paintEvent(QPaintEvent *)
{
    const Tokens t = tokensOf(palette());
    QPainter painter(this);
    if (underMouse() || m_pressedAt) {
        painter.fillRect(rect(), t.raised);
    }
    const bool isLast = parentWidget() && geometry().bottom() >= parentWidget()->height() - 2; // the list has an edge
    if (!isLast) {
        painter.fillRect(QRect(0, height() - 1, width(), 1), t.line);
    }
    if (m_remove->hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange)) {
        painting::focusRing(&painter, QRectF(rect()).adjusted(1, 0, -1, -1), painting::innerRadius, t);
    }
}

void ModelRow::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton) {
        m_pressedAt = event->pos().y();
        m_moved = false;
    }
}

/// The row goes where the pointer is: it is one row further by then, under the same pointer.
void ModelRow::mouseMoveEvent(QMouseEvent *event)
{
    const int y = event->pos().y();
    if (m_pressedAt && (y < 0 || y >= height())) {
        m_moved = true;
        Q_EMIT moveRequested(m_model, y < 0 ? -1 : 1);
    }
}

void ModelRow::mouseReleaseEvent(QMouseEvent *event)
{
    const bool isOnSign = !m_sign->isHidden()
        && (m_sign->geometry() | (m_words->isHidden() ? QRect() : m_words->geometry())).contains(event->pos());
    if (m_pressedAt && !m_moved && isOnSign) {
        Q_EMIT remedyRequested(m_model);
    }
    m_pressedAt.reset();
    update();
}

} // namespace lightwell
