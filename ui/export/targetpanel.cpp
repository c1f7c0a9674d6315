// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/targetpanel.h"

#include "core/export/exportname.h"
#include "core/wording/wording.h"
#include "ui/widgets/button.h"
#include "ui/widgets/fieldbutton.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/names.h"
#include "ui/widgets/plaintext.h"
#include "ui/widgets/textlabel.h"

#include <QDir>
#include <QFontDatabase>
#include <QLineEdit>
#include <QMenu>
#include <QVBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;

namespace {

QString meaningOf(const QString &field)
{
    static const QHash<QString, const char *> meanings {
        {u"date"_s, QT_TRANSLATE_NOOP("lightwell::TargetPanel", "Day it was made")},
        {u"time"_s, QT_TRANSLATE_NOOP("lightwell::TargetPanel", "Time it was made")},
        {u"prompt"_s, QT_TRANSLATE_NOOP("lightwell::TargetPanel", "Beginning of the prompt")},
        {u"model"_s, QT_TRANSLATE_NOOP("lightwell::TargetPanel", "Model")},
        {u"provider"_s, QT_TRANSLATE_NOOP("lightwell::TargetPanel", "Provider")},
        {u"seed"_s, QT_TRANSLATE_NOOP("lightwell::TargetPanel", "Seed")},
        {u"size"_s, QT_TRANSLATE_NOOP("lightwell::TargetPanel", "Pixels, as it leaves")},
        {u"name"_s, QT_TRANSLATE_NOOP("lightwell::TargetPanel", "Name of the file it comes from")},
        {u"n"_s, QT_TRANSLATE_NOOP("lightwell::TargetPanel", "Its number in this export")},
    };
    return TargetPanel::tr(meanings.value(field, ""));
}

constexpr int folderWidth = 34; ///< letters of its path

} // namespace

TargetPanel::TargetPanel(QWidget *parent)
    : QWidget(parent)
    , m_name(named(new QLineEdit, u"exportName"_s, tr("Template of the files’ names")))
    , m_example(new TextLabel(TextLabel::Voice::Small))
    , m_folderButton(named(new Button(Button::Kind::Normal), u"exportFolder"_s, tr("Folder")))
{
    m_name->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_name->setText(QString::fromLatin1(usualExportName));
    auto *add = named(new FieldButton(Icon::Plus, m_name), u"exportNameFields"_s, tr("Insert a field"));
    setTip(add, tr("Insert a field: what stands in braces is filled in for each picture"));
    m_example->setObjectName(u"exportExample"_s);
    m_example->setElided(true);
    m_folderButton->setIcon(themedIcon(Icon::Folder));
    m_folderButton->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    auto *label = new TextLabel(TextLabel::Voice::Section, tr("&Name and folder"));
    label->setBuddy(m_name);
    layout->addWidget(label);
    layout->addWidget(m_name);
    layout->addWidget(m_example);
    layout->addWidget(m_folderButton);
    connect(m_name, &QLineEdit::textChanged, this, [this] {
        checkName();
        Q_EMIT edited();
    });
    connect(add, &QPushButton::clicked, this, &TargetPanel::openFields);
    connect(m_folderButton, &QPushButton::clicked, this, &TargetPanel::folderWanted);
}

QString TargetPanel::name() const
{
    return m_name->text().isEmpty() ? QString::fromLatin1(usualExportName) : m_name->text();
}

void TargetPanel::setName(const QString &name)
{
    const QSignalBlocker silent(this);
    m_name->setText(name);
    m_name->setCursorPosition(0);
    checkName();
}

bool TargetPanel::isValid() const
{
    return checkExportName(name()).ok();
}

void TargetPanel::setFolder(const QString &folder)
{
    m_folder = folder;
    QString shown = QDir::toNativeSeparators(folder);
    if (const QString home = QDir::homePath(); folder.startsWith(home + u'/')) {
        shown = QDir::toNativeSeparators(folder.mid(home.size() + 1));
    }
    if (shown.size() > folderWidth) {
        shown = u'…' + shown.right(folderWidth);
    }
    m_folderButton->setText(shown.replace(u'&', "&&"_L1));
    m_folderButton->setAccessibleName(tr("Folder: %1").arg(QDir::toNativeSeparators(folder)));
    setTip(m_folderButton, tr("They go to %1").arg(QDir::toNativeSeparators(folder)));
}

void TargetPanel::showExample(const QString &name)
{
    if (isValid()) {
        m_example->setText(name);
    }
}

void TargetPanel::openFields()
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"exportFieldsMenu"_s);
    menu->setAccessibleName(tr("Fields of a name"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const QStringList fields = exportNameFields();
    for (const QString &field : fields) {
        const QString inserted = u'{' + field + u'}';
        QAction *action = menu->addAction(meaningOf(field) + u'\t' + inserted);
        action->setObjectName(u"exportField."_s + field);
        connect(action, &QAction::triggered, this, [this, inserted] {
            m_name->insert(inserted);
            m_name->setFocus();
        });
    }
    menu->popup(m_name->mapToGlobal(QPoint(0, m_name->height() + 2)));
}

/// What cannot be filled in is said where the example stands.
void TargetPanel::checkName()
{
    const Status good = checkExportName(name());
    m_example->setVoice(good ? TextLabel::Voice::Small : TextLabel::Voice::Bad);
    m_example->setWordWrap(!good);
    m_example->setElided(good.ok());
    if (!good) {
        m_example->setText(wording::sentence(good.error()));
    }
}

} // namespace lightwell
