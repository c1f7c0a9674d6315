// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/references/referencerow.h"

#include "ui/references/referencetexts.h"
#include "ui/texts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/sign.h"
#include "ui/widgets/stylepainting.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QMenu>
#include <QPainter>
#include <QPainterPath>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

constexpr QSize picture(84, 56); ///< beside the words
constexpr int margin = 9;
constexpr int linkPadding = 6; ///< of a link, on either side

} // namespace

ReferenceRow::ReferenceRow(QWidget *parent)
    : QWidget(parent)
    , m_name(new TextLabel(TextLabel::Voice::Body))
    , m_sign(new Sign(Meaning::Warning))
    , m_facts(new TextLabel(TextLabel::Voice::Small))
    , m_mask(new Button(Button::Kind::Link))
    , m_role(new Button(Button::Kind::Link))
    , m_remove(new Button(Button::Kind::Quiet))
{
    setTip(m_role, tr("What the models are to take from this picture."));
    m_remove->setIcon(themedIcon(Icon::Close));
    m_remove->setIconSize(QSize(12, 12));
    m_remove->setFixedSize(20, 20);
    m_name->setElided(true);
    m_facts->setElided(true);
    m_sign->hide();
    auto *facts = new QHBoxLayout;
    facts->setContentsMargins(linkPadding, 0, 0, 0); // all words stand below each other
    facts->setSpacing(6);
    facts->addWidget(m_sign);
    facts->addWidget(m_facts, 1);
    auto *links = new QHBoxLayout;
    links->setSpacing(0);
    links->addWidget(m_mask);
    links->addWidget(m_role);
    links->addStretch();
    auto *words = new QVBoxLayout;
    words->setSpacing(1);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(linkPadding, 0, 0, 0);
    head->setSpacing(4);
    head->addWidget(m_name, 1);
    head->addWidget(m_remove);
    words->addStretch();
    words->addLayout(head);
    words->addLayout(facts);
    words->addLayout(links);
    words->addStretch();
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(margin + picture.width() + 10 - linkPadding, 4, 6, 4);
    layout->addLayout(words, 1);
    setMinimumHeight(picture.height() + 2 * margin);
    m_remove->installEventFilter(this);
    connect(m_remove, &QPushButton::clicked, this, &ReferenceRow::removeRequested);
    connect(m_mask, &QPushButton::clicked, this, &ReferenceRow::maskRequested);
    connect(m_role, &QPushButton::clicked, this, &ReferenceRow::chooseRole);
}

void ReferenceRow::setPlace(qsizetype place)
{
    const QString name = u"reference.%1"_s.arg(place);
    setObjectName(name);
    m_facts->setObjectName(name + u".facts"_s);
    m_mask->setObjectName(name + u".mask"_s);
    m_role->setObjectName(name + u".role"_s);
    m_remove->setObjectName(name + u".remove"_s);
}

QString ReferenceRow::facts() const
{
    switch (m_reference.state) {
    case Reference::State::Reading:
        return tr("is read…");
    case Reference::State::Missing:
        return tr("the file is gone");
    case Reference::State::Ready:
        break;
    }
    return tr("%1 · %2").arg(texts::size(m_reference.size), formatLabel(m_reference.format));
}

QString ReferenceRow::maskText(bool canMask) const
{
    if (!m_reference.mask) {
        return tr("Paint mask…");
    }
    const QString share = referencetexts::share(m_reference.mask->share);
    return canMask ? tr("Mask: %1").arg(share) : tr("Mask rests");
}

void ReferenceRow::show(const Reference &reference, const QList<ImageRole> &roles, bool canMask)
{
    m_reference = reference;
    m_roles = roles;
    if (!m_roles.contains(reference.role)) {
        m_roles.append(reference.role); // what is asked is never hidden
    }
    m_name->setText(reference.name);
    m_facts->setText(facts());
    const bool isMissing = reference.state == Reference::State::Missing;
    m_sign->setVisible(isMissing);
    m_facts->setVoice(isMissing ? TextLabel::Voice::SmallWarning : TextLabel::Voice::Small);
    setTip(this,
           isMissing ? tr("%1 cannot be read any more. Remove it, or put the file back.").arg(reference.path)
                     : reference.path);
    m_mask->setVisible(reference.isReady() && (canMask || reference.mask));
    m_mask->setText(maskText(canMask));
    m_mask->setAccessibleName(maskText(canMask));
    setTip(m_mask,
           canMask ? tr("Paint what should change in this picture, or make its canvas larger.")
                   : tr("A mask counts on the first picture that is edited. Move this one up to use it."));
    m_role->setVisible(reference.isReady() && m_roles.size() > 1);
    m_role->setText(referencetexts::role(reference.role));
    m_role->setAccessibleName(tr("Role: %1").arg(referencetexts::role(reference.role)));
    m_remove->setAccessibleName(tr("Remove %1").arg(reference.name));
    setTip(m_remove, tr("Remove %1 (Delete). Alt+↑ and Alt+↓ move it.").arg(reference.name));
    m_remove->setAccessibleDescription(m_facts->text());
    update();
}

void ReferenceRow::chooseRole()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"roleMenu"_s);
    menu->setAccessibleName(tr("Role"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const ImageRole role : std::as_const(m_roles)) {
        QAction *action = menu->addAction(referencetexts::role(role));
        action->setObjectName(u"role."_s + imageRoleName(role));
        action->setCheckable(true);
        action->setChecked(role == m_reference.role);
        connect(action, &QAction::triggered, this, [this, role] { Q_EMIT roleChosen(role); });
    }
    menu->popup(m_role->mapToGlobal(QPoint(0, m_role->height())));
}

bool ReferenceRow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonDblClick) {
        return true; // the next row comes under the pointer: the second press was not meant for it
    }
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
        update();
    }
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isArrow = key->key() == Qt::Key_Up || key->key() == Qt::Key_Down;
        if (key->key() == Qt::Key_Delete && key->modifiers() == Qt::NoModifier) {
            Q_EMIT removeRequested();
            return true;
        }
        if (isArrow && key->modifiers() == Qt::AltModifier) {
            Q_EMIT moveRequested(key->key() == Qt::Key_Up ? -1 : 1);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ReferenceRow::paintEvent(QPaintEvent *)
{
    const Tokens t = tokensOf(palette());
    QPainter painter(this);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    const QRectF box(margin, (height() - picture.height()) / 2.0, picture.width(), picture.height());
    QPainterPath round;
    round.addRoundedRect(box, 4, 4);
    painter.fillPath(round, t.raised);
    if (!m_reference.thumbnail.isNull()) {
        painter.save();
        painter.setClipPath(round);
        const QSizeF covering = QSizeF(m_reference.thumbnail.size()).scaled(box.size(), Qt::KeepAspectRatioByExpanding);
        QRectF target(QPointF(), covering);
        target.moveCenter(box.center());
        painter.drawImage(target, m_reference.thumbnail);
        painter.restore();
    }
    const bool isLast = parentWidget() && geometry().bottom() >= parentWidget()->height() - 2; // the list has an edge
    if (!isLast) {
        painter.fillRect(QRect(0, height() - 1, width(), 1), t.line);
    }
}

void ReferenceRow::mousePressEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton) {
        m_pressedAt = event->pos().y();
    }
}

/// The row goes where the pointer is: it is one row further by then, under the same pointer.
void ReferenceRow::mouseMoveEvent(QMouseEvent *event)
{
    const int y = event->pos().y();
    if (m_pressedAt && (y < 0 || y >= height())) {
        Q_EMIT moveRequested(y < 0 ? -1 : 1);
    }
}

void ReferenceRow::mouseReleaseEvent(QMouseEvent *)
{
    m_pressedAt.reset();
}

} // namespace lightwell
