// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gallery/tagpopover.h"

#include "core/library/picturemarks.h"
#include "ui/widgets/names.h"
#include "ui/widgets/textlabel.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>
#include <QVBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

TagPopover::TagPopover(const QStringList &known, QWidget *anchor)
{
    setObjectName(u"galleryTagPopover"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    auto *title = new TextLabel(TextLabel::Voice::Section, tr("Tag the chosen pictures"));
    auto *field = named(new QLineEdit, u"galleryTagThemField"_s, tr("Tag"));
    field->setPlaceholderText(tr("Tag"));
    field->setMaxLength(static_cast<int>(longestTag));
    auto *completer = new QCompleter(known, field);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->popup()->setObjectName(u"galleryTagThemKnown"_s);
    completer->popup()->setAccessibleName(tr("Tags that other pictures have"));
    field->setCompleter(completer);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(shadow + 12, shadow + 10, shadow + 12, shadow + 12);
    layout->setSpacing(6);
    layout->addWidget(title);
    layout->addWidget(field);
    connect(field, &QLineEdit::returnPressed, this, [this, field] {
        const QString tag = field->text().simplified();
        if (isTag(tag)) {
            Q_EMIT chosen(tag);
            close();
        }
    });
    openAt(anchor, QSize(240, layout->sizeHint().height() - 2 * shadow));
    field->setFocus(Qt::PopupFocusReason);
}

} // namespace lightwell
