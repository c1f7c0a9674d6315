// SPDX-FileCopyrightText: Lightwell contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/gateway/connectexample.h"

namespace lightwell::connectexample {

using namespace Qt::StringLiterals;

QString curl(const QUrl &url)
{
    return u"curl %1/images/generations \\\n"
           "  -H \"Authorization: Bearer $LIGHTWELL_KEY\" \\\n"
           "  -H \"Content-Type: application/json\" \\\n"
           "  -d '{\"model\": \"sketchbook-scene\", \"prompt\": \"A lighthouse at dusk\", \"size\": \"1024x1024\"}'"_s
               .arg(url.toString());
}

QString officialClient(const QUrl &url)
{
    return u"import OpenAI from \"openai\";\n"
           "\n"
           "const client = new OpenAI({\n"
           "  baseURL: \"%1\",\n"
           "  apiKey: process.env.LIGHTWELL_KEY,\n"
           "});\n"
           "const answer = await client.images.generate({\n"
           "  model: \"sketchbook-scene\",\n"
           "  prompt: \"A lighthouse at dusk\",\n"
           "});\n"
           "console.log(answer.data[0].url);"_s.arg(url.toString());
}

QString pythonClient(const QUrl &url)
{
    return u"import os\n"
           "from openai import OpenAI\n"
           "\n"
           "client = OpenAI(base_url=\"%1\", api_key=os.environ[\"LIGHTWELL_KEY\"])\n"
           "answer = client.images.generate(model=\"sketchbook-scene\", prompt=\"A lighthouse at dusk\")\n"
           "print(answer.data[0].url)"_s.arg(url.toString());
}

} // namespace lightwell::connectexample
