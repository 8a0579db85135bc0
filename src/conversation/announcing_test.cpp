#include <gtest/gtest.h>
#include <set>

#include "conversation/announcing.h"
#include "conversation/limits.h"
#include "conversation/small_office.h"
#include "foundation/text.h"

namespace antre::conversation {

// What the Cloud API asks of a template: a body that neither begins nor ends with a variable, each
// variable once, within 1024 units; the two languages filled from the same values.
TEST(Templates, are_such_as_whatsapp_approves) {
    const Wording& wording = wording_of_tree();
    for (const TemplateForm& form : template_forms()) {
        for (const Language language : {Language::id, Language::en}) {
            const std::string body = template_body(wording, language, form);
            EXPECT_FALSE(body.starts_with("{{")) << form.name;
            EXPECT_FALSE(body.ends_with("}}")) << form.name;
            EXPECT_EQ(body.find("}}{{"), std::string::npos) << form.name;
            EXPECT_LE(utf16_units(body), body_units_max) << form.name;
            const auto names = template_parameters(wording, language, form);
            const std::set<std::string> once(names.begin(), names.end());
            EXPECT_EQ(once.size(), names.size()) << form.name;
            for (const std::string_view button : form.buttons) {
                EXPECT_LE(utf16_units(wording.say(language, button)), button_units_max);
            }
        }
        const auto id = template_parameters(wording, Language::id, form);
        const auto en = template_parameters(wording, Language::en, form);
        EXPECT_EQ(std::set(id.begin(), id.end()), std::set(en.begin(), en.end())) << form.name;
    }
}

TEST(Templates, number_the_placeholders_in_the_order_in_which_they_stand) {
    const Wording wording(
        {{"k", "Kantor {office} tutup {day}. Maaf."}}, {{"k", "On {day} {office} is closed."}}
    );
    const TemplateForm form{"kantor_tutup", "k", {}};
    EXPECT_EQ(template_body(wording, Language::id, form), "Kantor {{1}} tutup {{2}}. Maaf.");
    EXPECT_EQ(template_body(wording, Language::en, form), "On {{1}} {{2}} is closed.");
    EXPECT_EQ(
        template_parameters(wording, Language::en, form),
        (std::vector<std::string>{"day", "office"})
    );
}

}  // namespace antre::conversation
