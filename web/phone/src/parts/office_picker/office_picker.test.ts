import { expect, it } from 'vitest';
import { matching } from './office_picker';

const office = (phone_number_id: string, verified_name: string) => ({
  phone_number_id,
  verified_name,
  display_phone_number: `6221${phone_number_id}`,
  waba_id: '2',
});
const offices = [
  office('301', 'Kantor Imigrasi Jakarta Selatan'),
  office('302', 'Kantor Imigrasi Jakarta Timur'),
];

it.each([
  ['', ['301', '302']],
  ['timur', ['302']],
  ['sel jak', ['301']],
  ['6221302', ['302']],
  ['bandung', []],
])('searching %j finds %j', (search, found) => {
  expect(matching(offices, search).map((one) => one.phone_number_id)).toEqual(found);
});
