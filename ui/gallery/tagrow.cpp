// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/tagrow.h"

#include "core/library/picturemarks.h"
#include "ui/widgets/button.h"
#include "ui/widgets/flowlayout.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/names.h"
#include "ui/widgets/plaintext.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>

namespace lightwell {

using namespace Qt::StringLiterals;

TagRow::TagRow(QWidget *parent)
    : QWidget(parent)
    , m_layout(new FlowLayout(this, 6))
    , m_field(named(new QLineEdit, u"galleryTagField"_s, tr("New tag")))
    , m_plus(named(new Button(Button::Kind::Pill), u"galleryTagAdd"_s, tr("Add a tag")))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_plus->setIcon(themedIcon(Icon::Plus));
    setTip(m_plus, tr("Add a tag"));
    m_field->setMaxLength(static_cast<int>(longestTag));
    m_field->setPlaceholderText(tr("New tag"));
    m_field->setFixedWidth(130);
    m_field->installEventFilter(this);
    m_field->hide();
    m_layout->addWidget(m_field);
    m_layout->addWidget(m_plus);
    connect(m_plus, &QAbstractButton::clicked, this, &TagRow::openField);
    connect(m_field, &QLineEdit::returnPressed, this, &TagRow::take);
}

void TagRow::setTags(const QStringList &tags)
{
    for (QWidget *chip : std::as_const(m_chips)) {
        chip->hide();
        chip->setObjectName({});
        m_layout->removeWidget(chip);
        chip->deleteLater(); // it may be the one that was just pressed
    }
    m_chips.clear();
    for (const QString &tag : tags) {
        auto *chip = named(new Button(Button::Kind::Pill, QString(tag).replace(u'&', "&&"_L1)), u"galleryTag."_s + tag,
                           tr("Take the tag %1 away").arg(tag));
        chip->setIcon(themedIcon(Icon::Close));
        chip->setLayoutDirection(layoutDirection() == Qt::LeftToRight ? Qt::RightToLeft : Qt::LeftToRight);
        setTip(chip, chip->accessibleName());
        connect(chip, &QAbstractButton::clicked, this, [this, tag] { Q_EMIT removed(tag); });
        m_layout->insertWidget(static_cast<int>(m_chips.size()), chip);
        m_chips.append(chip);
        chip->show();
    }
    m_layout->invalidate();
    updateGeometry();
}

void TagRow::setKnown(const QStringList &tags)
{
    if (tags == m_known && m_field->completer()) {
        return;
    }
    m_known = tags;
    auto *completer = new QCompleter(tags, m_field);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->popup()->setObjectName(u"galleryTagKnown"_s);
    completer->popup()->setAccessibleName(tr("Tags that other pictures have"));
    m_field->setCompleter(completer);
}

void TagRow::openField()
{
    m_plus->hide();
    m_field->show();
    m_field->setFocus(Qt::OtherFocusReason);
}

void TagRow::closeField()
{
    if (m_field->isHidden()) {
        return;
    }
    const bool hadFocus = m_field->hasFocus();
    m_field->clear();
    m_field->hide();
    m_plus->show();
    if (hadFocus) {
        m_plus->setFocus(Qt::OtherFocusReason);
    }
}

void TagRow::take()
{
    const QString tag = m_field->text().simplified();
    closeField();
    if (isTag(tag)) {
        Q_EMIT added(tag);
    }
}

bool TagRow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        closeField();
        return true;
    }
    if (watched == m_field && event->type() == QEvent::FocusOut) {
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason && m_field->text().isEmpty()) {
            closeField();
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace lightwell
