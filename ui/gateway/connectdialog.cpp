// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gateway/connectdialog.h"

#include "core/wording/wording.h"
#include "ui/gateway/clientkey.h"
#include "ui/gateway/secretcopy.h"
#include "ui/widgets/button.h"
#include "ui/widgets/codebox.h"
#include "ui/widgets/fonts.h"
#include "ui/widgets/hairline.h"
#include "ui/widgets/names.h"
#include "ui/widgets/textlabel.h"

#include <QListWidget>
#include <QScrollArea>
#include <QVBoxLayout>

namespace lightwell {

using namespace Qt::StringLiterals;
using connectprograms::Kind;
using connectprograms::Program;

namespace {

constexpr QSize usualSize(820, 560);
constexpr int listWidth = 220;
constexpr int programRole = Qt::UserRole; ///< the program's place in the table

} // namespace

ConnectDialog::ConnectDialog(const QUrl &url, ClientKey &key, QWidget *parent)
    : QDialog(parent)
    , m_access {url, connectprograms::commandLine()}
    , m_programs(connectprograms::all())
    , m_key(key)
    , m_list(named(new QListWidget, u"connectList"_s, tr("Programs")))
    , m_name(new TextLabel(TextLabel::Voice::Heading))
    , m_place(new TextLabel(TextLabel::Voice::Muted))
    , m_code(new CodeBox(u"connectCode"_s, tr("What the program needs")))
    , m_hints(new QWidget)
    , m_hint(new TextLabel(TextLabel::Voice::Warning))
{
    named(static_cast<QWidget *>(this), u"connectDialog"_s, tr("Connect a program"));
    setWindowTitle(accessibleName());
    resize(usualSize);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(buildList());
    layout->addWidget(new Hairline(Qt::Vertical));
    layout->addWidget(buildText(), 1);
    connect(m_list, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) {
        if (item) {
            showProgram(item->data(programRole).toInt());
        }
    });
    connect(m_code, &CodeBox::copied, this, [this] { Q_EMIT say(Meaning::Ok, tr("Copied")); });
    setHints({});
    m_list->setCurrentRow(1); // the first below its heading
    m_list->setFocus(Qt::OtherFocusReason);
}

QWidget *ConnectDialog::buildList()
{
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFixedWidth(listWidth);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const QHash<Kind, QString> headings {
        {Kind::Code, tr("Code")}, {Kind::Program, tr("Programs")}, {Kind::Assistant, tr("Assistants (MCP)")}};
    std::optional<Kind> last;
    for (int row = 0; row < m_programs.size(); ++row) {
        const Program &program = m_programs.at(row);
        if (last != program.kind) {
            last = program.kind;
            auto *heading = new QListWidgetItem(headings.value(program.kind), m_list);
            heading->setFlags(Qt::NoItemFlags);
            heading->setFont(strongFont(font()));
        }
        auto *item = new QListWidgetItem(program.name, m_list);
        item->setData(programRole, row);
    }
    return m_list;
}

QWidget *ConnectDialog::buildText()
{
    m_name->setObjectName(u"connectName"_s);
    m_place->setObjectName(u"connectPlace"_s);
    m_place->setWordWrap(true);
    m_hint->setObjectName(u"connectHint"_s);
    m_hint->setWordWrap(true);
    auto *hints = new QHBoxLayout(m_hints);
    hints->setContentsMargins(0, 0, 0, 0);
    hints->setSpacing(8);
    hints->addWidget(new Sign(Meaning::Warning), 0, Qt::AlignTop);
    hints->addWidget(m_hint, 1);
    auto *keyNote =
        new TextLabel(TextLabel::Voice::Small,
                      tr("The key is that of this computer, or better one of the program’s own, with limits: "
                         "add a client for it."));
    keyNote->setWordWrap(true);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(24, 20, 24, 12);
    column->setSpacing(10);
    column->addWidget(m_name);
    column->addWidget(m_place);
    column->addWidget(m_hints);
    column->addWidget(m_code);
    column->addWidget(keyNote);
    column->addStretch();
    auto *scroll = named(new QScrollArea, u"connectScroll"_s, tr("What the program needs"));
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *copyKey = named(new Button(Button::Kind::Normal, tr("Copy the &key of this computer")), u"connectCopyKey"_s,
                          tr("Copy the key of this computer"));
    auto *close = named(new Button(Button::Kind::Normal, tr("C&lose")), u"connectClose"_s, tr("Close"));
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(24, 0, 24, 20);
    buttons->addWidget(copyKey);
    buttons->addStretch();
    buttons->addWidget(close);
    auto *box = new QWidget;
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(scroll, 1);
    layout->addLayout(buttons);
    connect(copyKey, &QAbstractButton::clicked, this, &ConnectDialog::copyKey);
    connect(close, &QAbstractButton::clicked, this, &QDialog::reject);
    return box;
}

void ConnectDialog::setHints(const QStringList &hints)
{
    m_hints->setVisible(!hints.isEmpty());
    m_hint->setText(hints.join(u'\n'));
}

void ConnectDialog::showProgram(int row)
{
    const Program &program = m_programs.at(row);
    m_name->setText(program.name);
    m_place->setText(program.place);
    m_code->setCode(connectprograms::settings(program, m_access));
}

void ConnectDialog::copyKey()
{
    m_key.fetch(this, [this](const Result<QByteArray> &key) {
        if (key) {
            copySecret(QString::fromLatin1(*key));
        }
        Q_EMIT say(key ? Meaning::Ok : Meaning::Bad, key ? tr("Key copied") : wording::sentence(key.error()));
    });
}

} // namespace lightwell
